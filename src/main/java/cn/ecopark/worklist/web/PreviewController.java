package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.officialdocument.Rehearsal.Rehearsed;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Contended;
import cn.ecopark.web.ProblemCatalogue;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.typesetting.OnePdf;
import cn.ecopark.web.SecurityHeaders;
import cn.ecopark.worklist.PreviewDecision;
import cn.ecopark.worklist.ReadProposal;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.ProposalGone;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;

/**
 * 预览公文, in a window of its own: the page on which the decision is typed stays as it is.
 */
@Controller
class PreviewController {

	private final TaskRights rights;

	private final DecisionReader decisions;

	private final PreviewDecision preview;

	private final ReadProposal proposals;

	private final ProblemCatalogue catalogue;

	private final CurrentActor current;

	private final Texts texts;

	PreviewController(TaskRights rights, DecisionReader decisions, PreviewDecision preview, ReadProposal proposals,
			ProblemCatalogue catalogue, CurrentActor current, Texts texts) {
		this.proposals = proposals;
		this.rights = rights;
		this.decisions = decisions;
		this.preview = preview;
		this.catalogue = catalogue;
		this.current = current;
		this.texts = texts;
	}

	/**
	 * @return all documents in one PDF, or what has to be put right before
	 */
	@PostMapping("/tasks/{id}/preview")
	Object show(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Locale locale) {
		Actor actor = this.current.get();
		WorkItem item = this.rights.read(actor, id);
		return shown(item, Entered.posted(fields), actor, locale);
	}

	/** The same of what a colleague has proposed. */
	@PostMapping("/tasks/{id}/proposal/preview")
	Object showProposed(@PathVariable long id, Locale locale) {
		Actor actor = this.current.get();
		WorkItem item = this.rights.read(actor, id);
		ReadProposal.Standing standing = this.proposals.of(item, actor);
		return standing == null || !standing.isWaiting() ? refused(item, new ProposalGone(), locale)
				: shown(item, Entered.posted(standing.proposal().fields()), actor, locale);
	}

	private Object shown(WorkItem item, Entered entered, Actor actor, Locale locale) {
		try {
			return pdf(this.preview.of(item, entered.page(), this.decisions.read(item, entered), actor));
		}
		catch (ConcurrencyFailureException conflict) {
			return refused(item, new Contended(conflict), locale);
		}
		catch (Refusal refusal) {
			return refused(item, refusal, locale);
		}
	}

	private ResponseEntity<byte[]> pdf(List<Rehearsed> made) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("preview.pdf").build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(OnePdf.of(made.stream().map(Rehearsed::pdf).toList()));
	}

	private ModelAndView refused(WorkItem item, Refusal refusal, Locale locale) {
		List<String> problems = refusal instanceof InvalidSubmission invalid ? invalid.errors()
			.values()
			.stream()
			.map(error -> this.texts.in(locale, error.message(), error.arguments()))
			.distinct()
			.toList() : List.of(this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
		return new ModelAndView("worklist/preview", Map.of("name", item.task().name(), "problems", problems),
				this.catalogue.statusOf(refusal.problem()));
	}

}
