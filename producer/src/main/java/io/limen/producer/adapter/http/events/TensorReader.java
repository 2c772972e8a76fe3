package io.limen.producer.adapter.http.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads the one tensor of a request or a response: {@code instances} and {@code predictions} (V1), {@code inputs} and
 * {@code outputs} (V2, values in JSON or as bytes behind it), {@code data.tensor} and {@code data.ndarray} (Seldon).
 *
 * @param mostValues no tensor has more
 */
record TensorReader(int mostValues) {

    Tensor read(Payload payload) throws UnusableEventException {
        try {
            return tensor(payload.json(), payload.behind());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnusableEventException(String.valueOf(e.getMessage()));
        }
    }

    private Tensor tensor(JsonNode payload, byte[] behind) throws UnusableEventException {
        for (String name : List.of("instances", "predictions")) {
            if (payload.path(name).isArray()) {
                return nested(payload.get(name));
            }
        }
        for (String name : List.of("inputs", "outputs")) {
            if (payload.path(name).isArray()) {
                return declared(name, payload.get(name), behind);
            }
        }
        JsonNode seldon = payload.path("data");
        if (seldon.path("tensor").isObject()) {
            return shaped(seldon.at("/tensor/shape"), seldon.at("/tensor/values"));
        }
        if (seldon.path("ndarray").isArray()) {
            return nested(seldon.get("ndarray"));
        }
        throw new UnusableEventException("no tensor found: instances, predictions, inputs, outputs, data.tensor and"
                + " data.ndarray are understood, not " + names(payload));
    }

    private static String names(JsonNode payload) {
        List<String> names = new ArrayList<>();
        payload.fieldNames().forEachRemaining(names::add);
        return names.size() > 10 ? names.size() + " other fields" : names.toString();
    }

    private Tensor declared(String name, JsonNode tensors, byte[] behind) throws UnusableEventException {
        if (tensors.size() != 1) {
            throw new UnusableEventException(name + " has " + tensors.size() + " tensors, and one is understood");
        }
        JsonNode only = tensors.get(0);
        String type = only.path("datatype").asText();
        JsonNode binary = only.at("/parameters/binary_data_size");
        if (binary.isNumber()) {
            return binary(only, binary.asLong(), behind);
        }
        if (type.equals("BYTES") || !only.path("data").isArray()) {
            throw new UnusableEventException(name + " holds " + type
                    + " that is no list of numbers; numbers in JSON or as bytes are understood");
        }
        return shaped(only.path("shape"), only.get("data"));
    }

    private Tensor binary(JsonNode declared, long size, byte[] behind) throws UnusableEventException {
        if (size != behind.length) {
            throw new UnusableEventException(
                    "a tensor of " + size + " bytes, and " + behind.length + " are behind the JSON");
        }
        BinaryValues type = BinaryValues.of(declared.path("datatype").asText());
        return new Tensor(lengths(declared.path("shape")), type.all(behind, mostValues));
    }

    private Tensor shaped(JsonNode shape, JsonNode values) throws UnusableEventException {
        return new Tensor(lengths(shape), flat(values));
    }

    private static int[] lengths(JsonNode shape) {
        return StreamSupport.stream(shape.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private Tensor nested(JsonNode array) throws UnusableEventException {
        List<Integer> shape = new ArrayList<>();
        JsonNode at = array;
        while (at.isArray() && !at.isEmpty()) {
            shape.add(at.size());
            at = at.get(0);
        }
        if (at.isObject()) {
            throw new UnusableEventException(
                    "an instance with the fields " + names(at) + "; nested lists are understood");
        }
        return new Tensor(shape.stream().mapToInt(Integer::intValue).toArray(), flat(array));
    }

    private double[] flat(JsonNode values) throws UnusableEventException {
        Numbers numbers = new Numbers();
        add(values, numbers);
        return numbers.all();
    }

    private void add(JsonNode node, Numbers numbers) throws UnusableEventException {
        if (node.isArray()) {
            for (JsonNode element : node) {
                add(element, numbers);
            }
        } else if (numbers.count == mostValues) {
            throw new UnusableEventException("more than " + mostValues + " values");
        } else if (node.isBoolean()) {
            numbers.add(node.asBoolean() ? 1 : 0);
        } else if (node.isNumber()) {
            numbers.add(node.asDouble());
        } else {
            throw new UnusableEventException("a value that is no number: " + node.getNodeType());
        }
    }

    /** Grows as numbers come. */
    private static final class Numbers {
        private double[] values = new double[1024];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count] = value;
            count++;
        }

        double[] all() {
            return Arrays.copyOf(values, count);
        }
    }
}
