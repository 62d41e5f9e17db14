package cn.ecopark.park.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkOrder;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.ReportEmergency;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.OneReading;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.spreadsheet.TakeListOut;

/** The register of parks and the page of one park. */
@Controller
@RequestMapping("/parks")
class ParkController {

	private static final int PAGE_SIZE = 30;

	private final ParkAccess access;

	private final CurrentActor current;

	private final ParkLists lists;

	private final ParkPages pages;

	private final ReportEmergency emergencies;

	private final TakeListOut takeOut;

	ParkController(ParkAccess access, CurrentActor current, ParkLists lists, ParkPages pages,
			ReportEmergency emergencies, TakeListOut takeOut) {
		this.access = access;
		this.current = current;
		this.lists = lists;
		this.pages = pages;
		this.emergencies = emergencies;
		this.takeOut = takeOut;
	}

	/** What the list is filtered by; an empty text means anything. */
	record Filter(@Nullable String q, @Nullable String status, @Nullable String province, @Nullable String kind,
			@Nullable String sort, @Nullable String after, @Nullable String before) {

		ParkSearch toSearch() {
			return new ParkSearch(blankToNull(this.q), blankToNull(this.province), constant(ParkKind.class, this.kind),
					constant(LifeStatus.class, this.status), ParkScope.ALL,
					SortedBy.of(Objects.requireNonNullElse(this.sort, ""), ParkOrder.USUAL),
					Cursor.ofIds(this.after, this.before), PAGE_SIZE);
		}

		private static @Nullable String blankToNull(@Nullable String text) {
			return text == null || text.isBlank() ? null : text.strip();
		}

		/** A value that is none of the choices filters nothing. */
		private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
			for (E constant : type.getEnumConstants()) {
				if (constant.name().equals(name)) {
					return constant;
				}
			}
			return null;
		}

	}

	@OneReading
	@GetMapping
	String list(@ModelAttribute Filter filter, Model model, Locale locale) {
		model.addAttribute("page", this.lists.page(filter.toSearch(), this.current.get(), locale));
		return "park/list";
	}

	/** Taking rows out is recorded, therefore a post. */
	@PostMapping("/export")
	void export(@ModelAttribute Filter filter, HttpServletResponse response, Locale locale) throws IOException {
		this.takeOut.write(this.lists.sheet(filter.toSearch(), this.current.get(), locale), response, locale);
	}

	@OneReading
	@GetMapping("/{id}")
	String park(@PathVariable long id, Model model, Locale locale) {
		Actor reader = this.current.get();
		model.addAttribute("page", this.pages.page(this.access.read(reader, id), reader, locale));
		if (ReportEmergency.mayRead(reader)) {
			model.addAttribute("emergencies", this.emergencies.of(id, reader).size());
		}
		return "park/park";
	}

}
