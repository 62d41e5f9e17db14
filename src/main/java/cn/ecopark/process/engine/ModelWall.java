package cn.ecopark.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.io.StreamSource;
import org.w3c.dom.Document;

import cn.ecopark.process.engine.ModelVocabulary.Stranger;

/**
 * The second wall: the engine reads a diagram only after everything in it was found to be
 * allowed, and only that part of it which runs. A listener would come too late, since
 * some attributes make the engine create objects while it reads.
 */
final class ModelWall extends BpmnParse {

	ModelWall(BpmnParser parser) {
		super(parser);
	}

	/**
	 * @throws ProcessEngineException when the diagram is unreadable or has anything
	 * outside the vocabulary
	 */
	@Override
	protected void setStreamSource(StreamSource source) {
		Document document = document(read(source));
		List<Stranger> strangers = ModelVocabulary.strangersIn(document.getDocumentElement());
		if (!strangers.isEmpty()) {
			Stranger first = strangers.get(0);
			throw new ProcessEngineException("Not allowed in models: " + first.kind() + " " + first.what());
		}
		byte[] judged = EngineCopy.of(document);
		super.setStreamSource(() -> new ByteArrayInputStream(judged));
	}

	private static Document document(byte[] content) {
		try {
			return SafeXml.read(content);
		}
		catch (UnreadableModel unreadable) {
			throw new ProcessEngineException("Not allowed in models: " + unreadable.getMessage(), unreadable);
		}
	}

	private static byte[] read(StreamSource source) {
		try (InputStream stream = source.getInputStream()) {
			return stream.readNBytes(SafeXml.LARGEST + 1);
		}
		catch (IOException unreadable) {
			throw new ProcessEngineException("Unreadable model", unreadable);
		}
	}

}
