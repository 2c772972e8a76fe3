package io.limen.producer.adapter.http.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers as bytes, as the open inference protocol puts them behind its JSON: little endian, row-major, without a length.
 */
enum BinaryValues {
    BOOL(1) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.get() == 0 ? 0 : 1;
        }
    },
    UINT8(1) {
        @Override
        double next(ByteBuffer bytes) {
            return Byte.toUnsignedInt(bytes.get());
        }
    },
    INT8(1) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.get();
        }
    },
    UINT16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return Short.toUnsignedInt(bytes.getShort());
        }
    },
    INT16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    UINT32(4) {
        @Override
        double next(ByteBuffer bytes) {
            return Integer.toUnsignedLong(bytes.getInt());
        }
    },
    INT32(4) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    UINT64(8) {
        @Override
        double next(ByteBuffer bytes) {
            long value = bytes.getLong();
            // halved without its sign, so that it fits, and doubled again
            return value >= 0 ? value : 2.0 * (value >>> 1);
        }
    },
    INT64(8) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getLong();
        }
    },
    FP16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    BF16(2) {
        @Override
        double next(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
        }
    },
    FP32(4) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    FP64(8) {
        @Override
        double next(ByteBuffer bytes) {
            return bytes.getDouble();
        }
    };

    private final int size;

    BinaryValues(int size) {
        this.size = size;
    }

    /** The next number. */
    abstract double next(ByteBuffer bytes);

    /** The type of a name; BYTES is none: its elements are texts or files, and have no shape of an image. */
    static BinaryValues of(String name) throws UnusableEventException {
        for (BinaryValues type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new UnusableEventException("binary values of type " + (name.length() > 20 ? "?" : name)
                + "; numbers are understood, no texts and no files");
    }

    /** All numbers that the bytes hold. */
    double[] all(byte[] bytes, int most) throws UnusableEventException {
        int count = bytes.length / size;
        if (count * size != bytes.length) {
            throw new UnusableEventException(bytes.length + " bytes of " + this + ", which has " + size + " each");
        }
        if (count > most) {
            throw new UnusableEventException("more than " + most + " values");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = next(buffer);
        }
        return values;
    }

    /** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        double sign = bits < 0 ? -1 : 1;
        if (exponent == 0) {
            return sign * Math.scalb((double) fraction, -24);
        }
        if (exponent == 0x1F) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return sign * Math.scalb((double) (fraction | 0x400), exponent - 25);
    }
}
