package io.limen.producer.application;

import io.limen.producer.domain.volume.GrayVolume;
import io.limen.producer.domain.volume.MaskVolume;
import io.limen.producer.domain.volume.VoxelGrid;
import java.nio.file.Path;

/** Port: reading of volumes that nobody has checked. */
public interface VolumeFiles {

    /** Size and position of a volume; takes no more than its header. */
    Reading<VoxelGrid> readGrid(Path file);

    /** A volume as it is shown; takes a byte of memory for each voxel. */
    Reading<GrayVolume> readVolume(Path file);

    /** A volume of labels; takes a bit of memory for each voxel. */
    Reading<MaskVolume> readMask(Path file);
}
