package io.limen.producer.bootstrap;

import io.limen.producer.adapter.dataset.DatasetFinder;
import io.limen.producer.adapter.dataset.DescriptionFile;
import io.limen.producer.adapter.dataset.FolderListing;
import io.limen.producer.adapter.dataset.VolumeFinder;
import io.limen.producer.adapter.dicom.source.DicomFinder;
import io.limen.producer.adapter.identity.KeyFile;
import io.limen.producer.adapter.identity.KeyedPseudonyms;
import io.limen.producer.adapter.image.DecodingLimits;
import io.limen.producer.adapter.image.ImageIoFiles;
import io.limen.producer.adapter.nifti.NiftiFiles;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.JoinedSource;
import io.limen.producer.application.Privacy;
import io.limen.producer.application.Progress;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens what lies in a folder, whatever kinds of files it is. A new kind is one more finder. */
final class FolderSources {

    private final Privacy privacy;
    private final Progress progress;

    /** Sources by rules; what the user should know of these is told. */
    FolderSources(Privacy privacy, Progress progress) {
        this.privacy = privacy;
        this.progress = progress;
    }

    /** Everything in the folder that some finder recognises, as one source. */
    CaseSource open(CaseOrigin.Folder origin) {
        FolderFiles files = FolderListing.of(origin.folder());
        DescriptionFile description = DescriptionFile.in(files);
        return JoinedSource.found(files, finders(origin, description));
    }

    /** The DICOM images in a folder and nothing else, to find those that were published: what is found stays here. */
    static CaseSource openDicom(Path folder) {
        CaseFinder dicom = new DicomFinder(
                DecodingLimits.DEFAULT.pixels(), identifier -> StudyPseudonym.of(Sha256.of(identifier)), true);
        return JoinedSource.found(FolderListing.of(folder), List.of(dicom));
    }

    /** In the order in which they are asked: what tells itself by its content first, images last. */
    private List<CaseFinder> finders(CaseOrigin.Folder origin, DescriptionFile file) {
        Optional<DataSetDescription> description = file.description();
        file.fault().ifPresent(fault -> progress.noted(fault + "; file names decide"));
        Optional<ForegroundRule.Labels> labels =
                new Foreground(file).of(origin.masks().target());
        DecodingLimits limits = DecodingLimits.DEFAULT;
        NiftiFiles volumes = new NiftiFiles(origin.volumes().window(), labels);
        return List.of(
                new DicomFinder(limits.pixels(), new KeyedPseudonyms(pseudonymKey()), privacy.passesBurnedIn()),
                new VolumeFinder(origin, volumes, description),
                new DatasetFinder(origin, new ImageIoFiles(limits, labels), description));
    }

    /** A key that is given is read now, before anything is published; the user's own is made when a study needs it. */
    private Supplier<byte[]> pseudonymKey() {
        Optional<byte[]> given = privacy.pseudonymKey().map(KeyFile::read);
        return () -> given.orElseGet(() -> KeyFile.own(ownKey(), progress::noted));
    }

    private static Path ownKey() {
        return Path.of(System.getProperty("user.home"), ".config", "limen", "pseudonym.key");
    }
}
