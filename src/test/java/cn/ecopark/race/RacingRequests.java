package cn.ecopark.race;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Two requests at the same instant, while a third thread runs what falls due, as the
 * engine's executor does.
 */
@TestConfiguration(proxyBeanMethods = false)
class RacingRequests {

	private static final int SECONDS = 60;

	/** Short beside a command, and long enough to leave it the processor. */
	private static final long LOOKS_AGAIN_NANOS = 1_000_000;

	private final MockMvc mvc;

	private final ManagementService management;

	private final Set<String> told = new HashSet<>();

	RacingRequests(MockMvc mvc, ManagementService management) {
		this.mvc = mvc;
		this.management = management;
	}

	/**
	 * What somebody sends.
	 *
	 * @param fields names and values in turn
	 */
	record Request(Actor actor, String path, List<String> fields) {

		static Request of(Actor actor, String path, String... fields) {
			return new Request(actor, path, List.of(fields));
		}

	}

	/**
	 * What came back.
	 *
	 * @param words what the page says; empty where the command was carried out
	 */
	record Answer(int status, String words) {

		boolean isDone() {
			return this.status >= 300 && this.status < 400;
		}

		/** A conflict or a rule, told in words. */
		boolean isRefusal() {
			return (this.status == 409 || this.status == 422) && !this.words.isBlank()
					&& !this.words.contains("problem.");
		}

	}

	/** How both went, and how often a job gave way to a command. */
	record Finish(Answer first, Answer second, int jobConflicts) {
	}

	/**
	 * @throws AssertionError when it was not carried out
	 */
	void done(Request request) throws Exception {
		Answer answer = send(request);
		if (!answer.isDone()) {
			throw new AssertionError(request.path() + " " + answer);
		}
		runJobs(new AtomicInteger());
	}

	/**
	 * @param headStartNanos how long the second waits; the first, where it is negative
	 */
	Finish race(Request first, Request second, long headStartNanos) throws Exception {
		CyclicBarrier start = new CyclicBarrier(3);
		AtomicInteger running = new AtomicInteger(2);
		AtomicInteger conflicts = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			Future<Answer> one = threads.submit(racer(first, start, Math.max(0, -headStartNanos), running));
			Future<Answer> other = threads.submit(racer(second, start, Math.max(0, headStartNanos), running));
			Future<?> jobs = threads.submit(() -> {
				start.await(SECONDS, TimeUnit.SECONDS);
				while (running.get() > 0) {
					runJobs(conflicts);
					LockSupport.parkNanos(LOOKS_AGAIN_NANOS);
				}
				runJobs(conflicts);
				return null;
			});
			Answer firstAnswer = one.get(SECONDS, TimeUnit.SECONDS);
			Answer secondAnswer = other.get(SECONDS, TimeUnit.SECONDS);
			jobs.get(SECONDS, TimeUnit.SECONDS);
			return new Finish(firstAnswer, secondAnswer, conflicts.get());
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * @return why jobs have failed that the engine would try again; each is told once
	 */
	List<String> failedJobs() {
		return this.management.createJobQuery()
			.withException()
			.list()
			.stream()
			.filter(job -> this.told.add(job.getId()))
			.map(Job::getExceptionMessage)
			.toList();
	}

	private Callable<Answer> racer(Request request, CyclicBarrier start, long delayNanos, AtomicInteger running) {
		return () -> {
			try {
				start.await(SECONDS, TimeUnit.SECONDS);
				long from = System.nanoTime();
				while (System.nanoTime() - from < delayNanos) {
					Thread.onSpinWait();
				}
				return send(request);
			}
			finally {
				running.decrementAndGet();
			}
		};
	}

	/** A fault that no page is made for counts as 500. */
	private Answer send(Request request) throws Exception {
		MockHttpServletRequestBuilder builder = post(request.path());
		for (int index = 0; index < request.fields().size(); index += 2) {
			builder.param(request.fields().get(index), request.fields().get(index + 1));
		}
		try {
			var response = this.mvc
				.perform(builder.accept(MediaType.TEXT_HTML)
					.with(csrf())
					.with(SecurityMockMvcRequestPostProcessors
						.authentication(new ActorAuthentication(request.actor()))))
				.andReturn()
				.getResponse();
			return new Answer(response.getStatus(),
					response.getStatus() < 400 ? ""
							: Jsoup.parse(response.getContentAsString(UTF_8))
								.select("[data-errors] li, [data-problem]")
								.text());
		}
		catch (jakarta.servlet.ServletException fault) {
			return new Answer(500, String.valueOf(fault.getCause()));
		}
	}

	/**
	 * What meets a command is left and looked for again, as the engine does with a job
	 * that met another's change.
	 */
	private void runJobs(AtomicInteger conflicts) {
		List<Job> due = due();
		while (!due.isEmpty()) {
			for (Job job : due) {
				try {
					this.management.executeJob(job.getId());
				}
				catch (OptimisticLockingException conflict) {
					conflicts.incrementAndGet();
				}
				catch (RuntimeException gone) {
					if (this.management.createJobQuery().jobId(job.getId()).noRetriesLeft().count() > 0) {
						throw gone;
					}
				}
			}
			due = due();
		}
	}

	private List<Job> due() {
		return new ArrayList<>(this.management.createJobQuery().executable().list());
	}

}
