package cn.ecopark.process.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * What the engine remembers of a flow: instances, activities and incidents. Of its tasks
 * it remembers nothing, since whatever becomes of one is on our record.
 */
final class FlowHistory extends DbHistoryEventHandler {

	@Override
	public void handleEvent(HistoryEvent event) {
		if (!(event instanceof HistoricTaskInstanceEventEntity)) {
			super.handleEvent(event);
		}
	}

	@Override
	public void handleEvents(List<HistoryEvent> events) {
		events.forEach(this::handleEvent);
	}

}
