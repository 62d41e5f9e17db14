package cn.ecopark.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import cn.ecopark.content.ContentStore;
import cn.ecopark.audit.Audit;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.casefile.DocumentRefusals.DamagedFile;
import cn.ecopark.casefile.DocumentRefusals.EmptyFile;
import cn.ecopark.casefile.DocumentRefusals.KindNotTaken;
import cn.ecopark.casefile.DocumentRefusals.MisnamedFile;
import cn.ecopark.casefile.DocumentRefusals.TypeNotAccepted;
import cn.ecopark.casefile.DocumentRefusals.UnknownFileType;
import cn.ecopark.casefile.DocumentRefusals.WrongDossier;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.casefile.PaperSteps.PaperStep;
import cn.ecopark.gate.FileBytes;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;

/**
 * Hands in a paper with an open task: it becomes the next version of its kind, a draft
 * until the task is done.
 */
@Component
public class HandInPaper {

	private final PaperSteps steps;

	private final RulePacks packs;

	private final JdbcDocuments documents;

	private final Keeping keeping;

	private final long largest;

	HandInPaper(PaperSteps steps, RulePacks packs, JdbcDocuments documents, Keeping keeping,
			@Value("${ecopark.documents.largest:100MB}") DataSize largest) {
		this.steps = steps;
		this.packs = packs;
		this.documents = documents;
		this.keeping = keeping;
		this.largest = largest.toBytes();
	}

	/** Where it is kept and noted. */
	@Component
	record Keeping(ContentStore store, Audit audit, PlatformTransactionManager transactions,
			ApplicationEventPublisher events) {
	}

	/**
	 * What is handed in, and where.
	 *
	 * @param kind key of the kind in the rule pack
	 * @param workItemId the task it is handed in with
	 * @param submission the same post has the same token, however often it arrives
	 */
	public record Paper(String dossierId, String kind, String fileName, long workItemId, String submission) {
	}

	/**
	 * @return the new version, or the one that this same submission made before
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do or does not
	 * ask for it, or the file is not fit to be kept; see {@link DocumentRefusals}
	 */
	public PaperVersion handIn(Paper paper, InputStream bytes, Actor actor) throws IOException {
		TransactionTemplate transaction = new TransactionTemplate(this.keeping.transactions());
		DocumentKind kind = Objects.requireNonNull(transaction.execute(status -> kind(step(paper, actor), paper)));
		FileName name = FileName.of(paper.fileName());
		try (ReceivedFile file = ReceivedFile.receive(bytes, this.largest)) {
			FileType type = inspected(file, name);
			requireAccepted(kind, type);
			Content content = stored(file);
			return Objects.requireNonNull(transaction.execute(status -> add(paper, name, type, content, actor)));
		}
	}

	private PaperStep step(Paper paper, Actor actor) {
		PaperStep step = this.steps.lockOpen(paper.workItemId(), actor);
		if (!step.dossierId().equals(paper.dossierId())) {
			throw new WrongDossier();
		}
		if (!step.takes(paper.kind())) {
			throw new KindNotTaken();
		}
		return step;
	}

	private DocumentKind kind(PaperStep step, Paper paper) {
		DocumentKind kind = this.packs.get(step.pack()).documents().get(paper.kind());
		if (kind == null) {
			throw new KindNotTaken();
		}
		return kind;
	}

	private static void requireAccepted(DocumentKind kind, FileType type) {
		if (kind.accept().stream().noneMatch(type::isCalled)) {
			throw new TypeNotAccepted(kind.label(), String.join(", ", kind.accept()).toUpperCase(Locale.ROOT));
		}
	}

	private static FileType inspected(ReceivedFile file, FileName name) throws IOException {
		if (file.size() == 0) {
			throw new EmptyFile();
		}
		try {
			FileBytes bytes = new FileBytes(file.path());
			FileType type = FileType.of(bytes).orElseThrow(() -> new UnknownFileType(name.value()));
			if (!type.isCalled(name.ending())) {
				throw new MisnamedFile(name.value(), type.name());
			}
			if (!type.isWhole(bytes)) {
				throw new DamagedFile(name.value());
			}
			return type;
		}
		catch (ZipException broken) {
			throw new DamagedFile(name.value());
		}
	}

	private Content stored(ReceivedFile file) throws IOException {
		Optional<Content> known = this.keeping.store().find(file.sha256());
		if (known.isPresent()) {
			return known.get();
		}
		try (InputStream in = file.open()) {
			return this.keeping.store().store(in);
		}
	}

	private PaperVersion add(Paper paper, FileName name, FileType type, Content content, Actor actor) {
		PaperStep step = step(paper, actor);
		Optional<PaperVersion> before = this.documents.ofSubmission(paper, content.sha256());
		if (before.isPresent()) {
			return before.get();
		}
		PaperVersion added = this.documents.add(paper, step, name, type, content, actor);
		this.keeping.audit()
			.record(step.subject(), "document.handed-in",
					Map.of("dossier", added.dossierId(), "kind", added.kind(), "number", added.number(), "file",
							added.fileName(), "size", added.size(), "sha256", added.sha256(), "item",
							added.workItemId()));
		this.keeping.events().publishEvent(new PaperHandedIn(added.id()));
		return added;
	}

}
