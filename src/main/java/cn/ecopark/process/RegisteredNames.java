package cn.ecopark.process;

import java.util.Date;
import java.time.LocalDate;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.notice.NoticeFlow;
import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.ScopeNames;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.StepLimits;

/**
 * The names that the engine finds in diagrams: delegates, the collections of parties, the
 * dates of limits, and what the timers of limits call. Domain beans are looked up when a
 * name is used, since they in turn ask the engine.
 */
@Component
class RegisteredNames implements ScopeNames {

	static final Set<String> COLLECTIONS = Set.of("MINISTRIES", "PANEL_INVITEES", "PANEL_EXPERTS", "PANEL_SIGNERS");

	/** When a notice becomes public. */
	static final String PUBLICATION = "noticePublication";

	/** When the period of a notice ends. */
	static final String CLOSING = "noticeClosing";

	static final Set<String> DATES = Set.of(PUBLICATION, CLOSING);

	private final ObjectProvider<Delegates> delegates;

	private final ObjectProvider<NoticeFlow> notices;

	private final PanelNames panels;

	private final PartyNames parties;

	private final StepLimits limits;

	private final Callers callers;

	RegisteredNames(ObjectProvider<Delegates> delegates, ObjectProvider<NoticeFlow> notices, PanelNames panels,
			PartyNames parties, StepLimits limits, Callers callers) {
		this.delegates = delegates;
		this.notices = notices;
		this.panels = panels;
		this.parties = parties;
		this.limits = limits;
		this.callers = callers;
	}

	@Override
	public boolean knows(String name) {
		return isCalled(name) || COLLECTIONS.contains(name) || DATES.contains(name) || name.startsWith(LimitTimers.DUE)
				|| name.startsWith(LimitTimers.REMIND) || isFact(name);
	}

	/**
	 * Facts of gateways: outcomes of tasks, results of stages and batches, and what
	 * delegates set.
	 */
	static boolean isFact(String name) {
		return name.endsWith("_outcome") || name.endsWith("Result") || "recheckGrade".equals(name)
				|| "party".equals(name) || "caseId".equals(name) || "batchId".equals(name);
	}

	/** By a service task, or by the timer of a limit. */
	private static boolean isCalled(String name) {
		return Effect.named(name).isPresent() || LimitTimers.LISTENERS.contains(name);
	}

	@Override
	public @Nullable Object value(String name, VariableScope scope) {
		if (isCalled(name)) {
			return this.delegates.getObject().get(name);
		}
		if (name.startsWith(LimitTimers.DUE)) {
			LocalDate day = this.limits.lastDay(release(scope),
					Callers.limit(scope, name.substring(LimitTimers.DUE.length())), caseId(scope));
			return Date.from(WorkingDays.endOf(day));
		}
		if (name.startsWith(LimitTimers.REMIND)) {
			LocalDate day = this.limits.reminderDay(release(scope),
					Callers.limit(scope, name.substring(LimitTimers.REMIND.length())), caseId(scope));
			return Date.from(day.atTime(9, 0).atZone(CaseTime.ZONE).toInstant());
		}
		return switch (name) {
			case "MINISTRIES" -> this.parties.asked(batchId(scope), release(scope), () -> this.callers.stage(scope));
			case "PANEL_INVITEES", "PANEL_EXPERTS", "PANEL_SIGNERS" ->
				this.panels.value(name, known(caseId(scope)), this.callers.stage(scope));
			case PUBLICATION -> Date.from(this.notices.getObject().publicationInstant(known(batchId(scope))));
			case CLOSING -> Date.from(this.notices.getObject().closingInstant(known(batchId(scope))));
			default -> null;
		};
	}

	private static ReleaseId release(VariableScope scope) {
		return ReleaseId
			.of(scope instanceof DelegateTask task ? task.getTenantId() : ((DelegateExecution) scope).getTenantId());
	}

	private static String known(@Nullable String id) {
		if (id == null) {
			throw new IllegalStateException("A name is used outside of the case or batch it is about");
		}
		return id;
	}

	private static @Nullable String caseId(VariableScope scope) {
		return (String) scope.getVariable("caseId");
	}

	private static @Nullable String batchId(VariableScope scope) {
		return (String) scope.getVariable("batchId");
	}

}
