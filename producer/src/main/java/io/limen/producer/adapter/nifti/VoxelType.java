package io.limen.producer.adapter.nifti;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** How a voxel is stored (nifti1.h, NIFTI_TYPE_*): every real number up to 64 bits. */
enum VoxelType {
    UINT8(2, 1) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.get(offset) & 0xFF;
        }
    },
    INT16(4, 2) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getShort(offset);
        }
    },
    INT32(8, 4) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getInt(offset);
        }
    },
    FLOAT32(16, 4) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getFloat(offset);
        }
    },
    FLOAT64(64, 8) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getDouble(offset);
        }
    },
    INT8(256, 1) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.get(offset);
        }
    },
    UINT16(512, 2) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getShort(offset) & 0xFFFF;
        }
    },
    UINT32(768, 4) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getInt(offset) & 0xFFFFFFFFL;
        }
    },
    INT64(1024, 8) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            return bytes.getLong(offset);
        }
    },
    UINT64(1280, 8) {
        @Override
        double at(ByteBuffer bytes, int offset) {
            long value = bytes.getLong(offset);
            // halved without its sign, so that it fits, and doubled again
            return value >= 0 ? value : 2.0 * (value >>> 1);
        }
    };

    private final int code;
    private final int size;

    VoxelType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    /** The type of a code. */
    static VoxelType of(int code) throws UnusableVolume {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() ->
                        new UnusableVolume("its voxels are not single real numbers (NIfTI data type " + code + ")"));
    }

    /** Bytes of a voxel. */
    int size() {
        return size;
    }

    /** The number that is stored at an offset. */
    abstract double at(ByteBuffer bytes, int offset);
}
