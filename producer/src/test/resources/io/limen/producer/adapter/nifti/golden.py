"""Writes the golden volumes of this folder with nibabel, and beside each what it shows, computed by numpy.

python3 golden.py (nibabel 5.0.0, numpy 1.24.2)
"""

import nibabel
import numpy

random = numpy.random.default_rng(7)


def gray(values, low=None, high=None):
    if low is None:
        low, high = numpy.percentile(values.astype(numpy.float32), [0.5, 99.5])
    return numpy.floor(255 * numpy.clip((values - low) / (high - low), 0, 1) + 0.5).astype(int)


def write(name, kind, stored, affine, slope=1.0, inter=0.0, quaternion=False):
    image = kind(stored, affine)
    image.header["descrip"] = b"DOE^JOHN"
    if quaternion:
        image.set_sform(None, 0)
        image.set_qform(affine, 1)
    image.header.set_slope_inter(slope, inter)
    image.to_filename(name)
    again = nibabel.load(name)
    values = again.get_fdata()
    world = nibabel.io_orientation(again.affine)[:, 0].astype(int)
    with open(name.split(".")[0] + ".txt", "w") as text:
        for axis, direction in (("axial", 2), ("coronal", 1), ("sagittal", 0)):
            across = int(numpy.where(world == direction)[0][0])
            for index in range(values.shape[across]):
                # [earlier axis, later axis] -> rows along the later
                rows = numpy.take(gray(values), index, axis=across).T
                text.write(f"{axis} {index} {rows.shape[1]}x{rows.shape[0]} ")
                text.write(" ".join(str(pixel) for pixel in rows.ravel()) + "\n")


def rotation(about_x, about_z):
    x, z = numpy.radians([about_x, about_z])
    rx = numpy.array([[1, 0, 0], [0, numpy.cos(x), -numpy.sin(x)], [0, numpy.sin(x), numpy.cos(x)]])
    rz = numpy.array([[numpy.cos(z), -numpy.sin(z), 0], [numpy.sin(z), numpy.cos(z), 0], [0, 0, 1]])
    return rz @ rx


def affine(turn, order, sizes):
    matrix = numpy.eye(4)
    matrix[:3, :3] = (turn * sizes)[:, order]
    return matrix


shape = (5, 4, 3)
write(
    "ct.nii.gz",
    nibabel.Nifti1Image,
    random.integers(-1000, 1500, shape).astype(numpy.int16),
    affine(rotation(12, 8), [1, 2, 0], [0.7, 0.7, 2.5]),
    slope=2.0,
    inter=-1000.0,
)
write(
    "quaternion.nii",
    nibabel.Nifti1Image,
    random.normal(100, 30, shape).astype(numpy.float32),
    affine(rotation(-20, 5), [0, 2, 1], [1, 1, 3]),
    quaternion=True,
)
write(
    "second.nii",
    nibabel.Nifti2Image,
    random.integers(0, 60000, shape).astype(numpy.uint16),
    numpy.diag([-1.0, -1.0, 2.0, 1.0]),
)
big = nibabel.Nifti1Header(endianness=">")
big.set_data_dtype(numpy.dtype(">i4"))
write(
    "big.nii.gz",
    lambda stored, matrix: nibabel.Nifti1Image(stored, matrix, big),
    random.integers(-(2**31), 2**31 - 1, shape).astype(">i4"),
    numpy.eye(4),
)

# one mask three times: as drawn, and turned by nibabel to where its axes point, placed by the matrix and by the quaternion
place = affine(rotation(12, 8), [1, 2, 0], [0.7, 0.8, 2.5])
place[:3, 3] = [-31.5, 12.25, 100]
drawn = nibabel.Nifti1Image((random.random(shape) < 0.3).astype(numpy.uint8), place)
drawn.to_filename("drawn.nii.gz")
turned = nibabel.as_closest_canonical(drawn)
assert turned.shape != drawn.shape
turned.to_filename("turned.nii.gz")
mirrored = drawn.as_reoriented([[0, -1], [1, 1], [2, -1]])
mirrored.set_qform(mirrored.affine, 1)
mirrored.set_sform(None, 0)
mirrored.to_filename("mirrored.nii.gz")
