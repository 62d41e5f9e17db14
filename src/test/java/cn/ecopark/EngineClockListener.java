package cn.ecopark;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import cn.ecopark.process.engine.EngineClock;

/**
 * The engine's clock is one for the whole JVM: before a class of tests begins, it is put
 * on the case time of that class's world, wherever a world before has left it.
 */
final class EngineClockListener implements TestExecutionListener {

	@Override
	public void prepareTestInstance(TestContext context) {
		context.getApplicationContext().getBeanProvider(EngineClock.class).ifAvailable(EngineClock::follow);
	}

}
