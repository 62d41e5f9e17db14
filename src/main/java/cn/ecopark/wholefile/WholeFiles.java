package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.organisation.Actor;
import cn.ecopark.typesetting.Typesetter;
import cn.ecopark.wholefile.Gathering.Gathered;

/** Makes the whole file of a case for a reader. */
@Component
class WholeFiles {

	private static final String PROGRAM = "ecopark";

	private final Gathering gathering;

	private final ArchivePages pages;

	private final ContentStore contents;

	private final ArchiveWords words;

	private final Typesetter typesetter;

	WholeFiles(Gathering gathering, ArchivePages pages, ContentStore contents, ArchiveWords words,
			Typesetter typesetter) {
		this.gathering = gathering;
		this.pages = pages;
		this.contents = contents;
		this.words = words;
		this.typesetter = typesetter;
	}

	/**
	 * Everything the reader may see of the case, as of now.
	 * @throws cn.ecopark.content.ContentAltered before anything is sent, if a document in
	 * it is not what was handed in
	 */
	WholeFile of(String caseId, Actor reader) {
		Gathered gathered = gather(caseId, reader);
		gathered.data().documents().forEach(file -> this.contents.ensureIntact(file.sha256()));
		Manifest.Made made = made(gathered);
		List<Piece> pieces = new ArrayList<>(this.pages.records(gathered));
		gathered.data().documents().forEach(file -> pieces.add(document(file)));
		pieces.add(0, this.pages.index(gathered, made, pieces));
		Manifest manifest = new Manifest(Manifest.FORMAT, Manifest.VERSION, new Manifest.Tool(PROGRAM, version()), made,
				meta(gathered.data().facts()), pieces.stream().map(Piece::entry).toList());
		return new WholeFile(ManifestFile.of(manifest), pieces, name(gathered));
	}

	Gathered gather(String caseId, Actor reader) {
		return this.gathering.gather(caseId, reader);
	}

	MergedPdf merged(Gathered gathered, DocumentPages.Bounds bounds) {
		return new MergedPdf(gathered, this.contents::open, this.words, this.typesetter, bounds);
	}

	private Manifest.Made made(Gathered gathered) {
		Actor reader = gathered.reader();
		return new Manifest.Made(gathered.at(), gathered.caseTime(), reader.personId(), reader.name(), reader.unitId(),
				gathered.readerUnit(), this.words.text("wholefile.view"));
	}

	private static Manifest.CaseMeta meta(CaseData.Facts facts) {
		CaseData.Named result = facts.result();
		return new Manifest.CaseMeta(facts.id(), facts.kind().code(), facts.number(), facts.park().name(),
				facts.park().province().code(), facts.pack().code(), facts.status().code(),
				result == null ? null : result.code());
	}

	private Piece document(CaseData.DocumentFile file) {
		CaseData.Named stage = file.stage();
		CaseData.Named unit = file.unit();
		return new Piece(
				new Manifest.Entry(file.path(), file.issued() ? EntryKind.OFFICIAL_DOCUMENT : EntryKind.DOCUMENT,
						file.type().label(), file.mediaType(), file.size(), file.sha256(),
						new Manifest.DocumentMeta(file.id(), file.dossier(), file.type().code(),
								stage == null ? null : stage.code(), file.version(), file.fileName(), file.by(),
								unit == null ? null : unit.code(), file.at())),
				() -> this.contents.open(file.sha256()));
	}

	String name(Gathered gathered) {
		CaseData.Facts facts = gathered.data().facts();
		return SafePaths.safe(this.words.text("wholefile.name", facts.park().name(),
				Objects.requireNonNullElse(facts.number(), facts.kind().label()), this.words.day(gathered.caseTime())));
	}

	/** Known in the packed program only. */
	private static String version() {
		@Nullable String version = WholeFiles.class.getPackage().getImplementationVersion();
		return version == null ? "development" : version;
	}

}
