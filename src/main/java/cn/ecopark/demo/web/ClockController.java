package cn.ecopark.demo.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTime.TimeMovesForward;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.demo.Making;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/**
 * Moves the date of the demonstration forward. There is no such page but in the
 * demonstration.
 */
@Controller
@RequestMapping("/demo/clock")
@ConditionalOnBooleanProperty("ecopark.demonstration")
class ClockController {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	/**
	 * Today again: what waits to be done is done, and the clock moves as little as can
	 * be.
	 */
	private static final Duration MOMENT = Duration.ofSeconds(1);

	private static final int SHOWN = 8;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final MoveCaseTime moveCaseTime;

	private final Making making;

	private final Texts texts;

	ClockController(CaseTime time, WorkingDays workingDays, MoveCaseTime moveCaseTime, Making making, Texts texts) {
		this.making = making;
		this.time = time;
		this.workingDays = workingDays;
		this.moveCaseTime = moveCaseTime;
		this.texts = texts;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("page", page(null, List.of()));
		return "demo/clock";
	}

	/**
	 * Moves to nine in the morning of that day, or to now when that has passed already
	 * today. Not while cases are made, which happens on days of its own.
	 */
	@PostMapping
	ModelAndView move(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, Locale locale) {
		if (this.making.isUnderWay()) {
			return refused("demo.clock.preparing", locale);
		}
		LocalDate before = this.time.today();
		Instant now = this.time.now();
		Instant target = date.atTime(MORNING).atZone(CaseTime.ZONE).toInstant();
		try {
			List<MoveCaseTime.Due> happened = this.moveCaseTime
				.to(date.equals(before) && target.isBefore(now) ? now.plus(MOMENT) : target);
			return new ModelAndView("demo/clock", "page", page(new ClockPage.Moved(before, this.time.today(),
					happened.stream().map(ClockController::due).toList()), List.of()));
		}
		catch (TimeMovesForward backwards) {
			return refused("demo.clock.forwardOnly", locale);
		}
	}

	private ModelAndView refused(String why, Locale locale) {
		ModelAndView refused = new ModelAndView("demo/clock", "page",
				page(null, List.of(new FieldError("date", this.texts.in(locale, why)))));
		refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return refused;
	}

	private ClockPage page(ClockPage.@Nullable Moved moved, List<FieldError> errors) {
		LocalDate today = this.time.today();
		return new ClockPage(today, this.workingDays.plus(today, 1),
				this.moveCaseTime.coming(SHOWN).stream().map(ClockController::due).toList(), moved,
				UUID.randomUUID().toString(), errors);
	}

	private static ClockPage.Due due(MoveCaseTime.Due due) {
		return new ClockPage.Due(LocalDate.ofInstant(due.at(), CaseTime.ZONE), due.step(), due.about());
	}

}
