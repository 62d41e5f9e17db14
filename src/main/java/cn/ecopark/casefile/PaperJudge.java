package cn.ecopark.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.casefile.HandInPaper.Keeping;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.Verdict;
import cn.ecopark.gate.Verdict.Finding;
import cn.ecopark.rulepack.DocumentKind;

/**
 * Brings one paper before the gate. It stays claimed by a row lock all the while: if this
 * process dies, the lock goes and another takes the paper up.
 */
@Component
class PaperJudge {

	/** After so many failures that are not the file's it is given back. */
	private static final int ATTEMPTS = 3;

	private final UncheckedPapers papers;

	private final TakenPapers taken;

	private final Gate gate;

	private final Keeping keeping;

	private final ApplicationEventPublisher events;

	PaperJudge(UncheckedPapers papers, TakenPapers taken, Gate gate, Keeping keeping,
			ApplicationEventPublisher events) {
		this.papers = papers;
		this.taken = taken;
		this.gate = gate;
		this.keeping = keeping;
		this.events = events;
	}

	/** Does nothing if the paper is judged already, or by somebody else now. */
	void judge(long id) {
		this.keeping.transaction().executeWithoutResult(status -> this.papers.claim(id).ifPresent(this::judge));
	}

	/** Judging it has failed, and not because the server stops. */
	void failed(long id) {
		this.keeping.transaction()
			.executeWithoutResult(status -> this.papers.claim(id).ifPresent(this::giveBackAfterAll));
	}

	private void judge(PaperVersion paper) {
		Verdict verdict = verdict(paper);
		FileType type = verdict.type();
		if (type == null || !verdict.findings().isEmpty()) {
			refuse(paper, verdict.findings().isEmpty() ? List.of(new Finding("unknown-type", List.of()))
					: verdict.findings());
			return;
		}
		DocumentKind kind = this.taken.kindOf(paper.workItemId(), paper.kind());
		if (!TakenPapers.accepts(kind, type)) {
			refuse(paper, List.of(new Finding("type-not-accepted", List.of(kind.label(), TakenPapers.types(kind)))));
			return;
		}
		this.papers.pass(paper, type);
		this.events.publishEvent(new PaperHandedIn(paper.id()));
	}

	private Verdict verdict(PaperVersion paper) {
		try {
			Path file = Files.createTempFile("paper", ".judged");
			try (InputStream bytes = this.keeping.store().open(paper.sha256())) {
				Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
				return this.gate.judge(file, paper.fileName());
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void refuse(PaperVersion paper, List<Finding> findings) {
		this.papers.refuse(paper, findings);
		this.keeping.store().remove(paper.sha256());
	}

	private void giveBackAfterAll(PaperVersion paper) {
		if (this.papers.failed(paper.id()) >= ATTEMPTS) {
			refuse(paper, List.of(new Finding("not-judged", List.of())));
		}
	}

}
