package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.notice.FileObjection;
import cn.ecopark.notice.NoticeRefusals.NotYourObjection;
import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.notice.ObjectionAccess;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.web.view.FieldError;

/**
 * The objections to a notice as the Office keeps them; it enters what came by letter,
 * visit or call.
 */
@Controller
@RequestMapping("/notices/{id}/objections")
class OfficeObjectionController {

	private final FileObjection fileObjection;

	private final ObjectionAccess access;

	private final ObjectionPages pages;

	private final NoticeObjections list;

	private final CurrentActor current;

	OfficeObjectionController(FileObjection fileObjection, ObjectionAccess access, ObjectionPages pages,
			NoticeObjections list, CurrentActor current) {
		this.fileObjection = fileObjection;
		this.access = access;
		this.pages = pages;
		this.list = list;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(@PathVariable String id) {
		Actor office = office();
		return new ModelAndView("notice/objections", "page", this.list.page(id, office));
	}

	@GetMapping("/new")
	ModelAndView form(@PathVariable String id) {
		office();
		return form(id, new ObjectionEntry(null, null, null, null, null, null, null, null, null), null);
	}

	@PostMapping("/new")
	ModelAndView enter(@PathVariable String id, @ModelAttribute ObjectionEntry entry) {
		Actor office = office();
		LocalDate day = entry.day();
		List<FieldError> tooLong = this.pages.tooLong(entry);
		if (!tooLong.isEmpty()) {
			return form(id, entry, tooLong.get(0));
		}
		if (entry.enteredChannel() == null) {
			return form(id, entry, this.pages.error("channel", "notice.error.channel-missing"));
		}
		if (day == null) {
			return form(id, entry, this.pages.error("receivedOn", "notice.error.received-missing"));
		}
		try {
			this.fileObjection.enteredByTheOffice(entry.toObjection(id, day), office);
			return new ModelAndView("redirect:/notices/" + id + "/objections");
		}
		catch (NoticeNotFound | NotYourObjection refusal) {
			throw refusal;
		}
		catch (Refusal refusal) {
			return this.pages.refused(id, entry, true, refusal);
		}
	}

	/** The public does not even learn that there is such a page. */
	private Actor office() {
		Actor actor = this.current.find().orElseThrow(NoticeNotFound::new);
		if (!this.access.mayKnowObjector(actor)) {
			throw new NotYourObjection();
		}
		return actor;
	}

	private ModelAndView form(String id, ObjectionEntry entry, @Nullable FieldError error) {
		ModelAndView view = new ModelAndView("notice/objection", "page",
				this.pages.form(id, entry, true, error == null ? List.of() : List.of(error)));
		view.setStatus(error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

}
