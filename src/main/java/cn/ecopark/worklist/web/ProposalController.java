package cn.ecopark.worklist.web;

import java.util.Locale;
import java.util.Map;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Contended;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.FormToken;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.SignProposal;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;

/** 审核、签发、退回、撤回: what is done with what a colleague has proposed. */
@Controller
@RequestMapping("/tasks/{id}/proposal/{proposal}")
class ProposalController {

	private final TaskRights rights;

	private final SignProposal signProposal;

	private final RefusedSubmissions refused;

	private final CurrentActor current;

	private final Texts texts;

	ProposalController(TaskRights rights, SignProposal signProposal, RefusedSubmissions refused, CurrentActor current,
			Texts texts) {
		this.rights = rights;
		this.signProposal = signProposal;
		this.refused = refused;
		this.current = current;
		this.texts = texts;
	}

	@OncePerPage
	@PostMapping("/sign")
	ModelAndView sign(@PathVariable long id, @PathVariable long proposal,
			@RequestParam(defaultValue = "") String submission, Locale locale, RedirectAttributes redirect) {
		PageToken page = PageToken.of(FormToken.of(submission), Map.of());
		return carriedOut(id, "", "worklist.proposal.signed",
				actor -> this.signProposal.sign(id, proposal, page, actor), redirect, locale);
	}

	@OncePerPage
	@PostMapping("/review")
	ModelAndView review(@PathVariable long id, @PathVariable long proposal, Locale locale,
			RedirectAttributes redirect) {
		return carriedOut(id, "", "worklist.proposal.reviewed", actor -> this.signProposal.review(id, proposal, actor),
				redirect, locale);
	}

	@OncePerPage
	@PostMapping("/send-back")
	ModelAndView sendBack(@PathVariable long id, @PathVariable long proposal,
			@RequestParam(defaultValue = "") String reason, Locale locale, RedirectAttributes redirect) {
		return carriedOut(id, reason, "worklist.proposal.sent-back",
				actor -> this.signProposal.sendBack(id, proposal, Reason.of(reason), actor), redirect, locale);
	}

	@OncePerPage
	@PostMapping("/withdraw")
	ModelAndView withdraw(@PathVariable long id, @PathVariable long proposal, Locale locale,
			RedirectAttributes redirect) {
		ModelAndView done = carriedOut(id, "", "worklist.proposal.withdrawn",
				actor -> this.signProposal.withdraw(id, proposal, actor), redirect, locale);
		return done.getStatus() == null ? new ModelAndView("redirect:/tasks/" + id) : done;
	}

	/** Something done with a proposal. */
	private interface Step {

		void by(Actor actor);

	}

	private ModelAndView carriedOut(long id, String reason, String told, Step step, RedirectAttributes redirect,
			Locale locale) {
		Actor actor = this.current.get();
		WorkItem item = this.rights.read(actor, id);
		try {
			step.by(actor);
			redirect.addFlashAttribute("notice",
					this.texts.in(locale, told, item.subject().title(), item.task().name()));
			return new ModelAndView("redirect:/desk");
		}
		catch (ConcurrencyFailureException conflict) {
			return this.refused.ofProposal(new Contended(conflict), id, reason, actor, locale);
		}
		catch (Refusal refusal) {
			return this.refused.ofProposal(refusal, id, reason, actor, locale);
		}
	}

}
