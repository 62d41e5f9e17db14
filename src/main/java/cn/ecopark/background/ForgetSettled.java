package cn.ecopark.background;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Deletes what was given up, settled, and shown long enough. */
@Component
class ForgetSettled extends RegularWork {

	private static final Duration PAUSE = Duration.ofHours(6);

	private final GivenUpWork givenUp;

	private final Duration kept;

	ForgetSettled(GivenUpWork givenUp, BackgroundSettings settings) {
		super("forget-settled");
		this.givenUp = givenUp;
		this.kept = settings.keepSettled();
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(() -> this.givenUp.forgetSettled(this.kept), PAUSE));
	}

}
