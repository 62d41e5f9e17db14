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
 * allowed. A listener would come too late, since some attributes make the engine create
 * objects while it reads.
 */
final class ModelWall extends BpmnParse {

	ModelWall(BpmnParser parser) {
		super(parser);
	}

	/**
	 * @throws ProcessEngineException when the diagram has a document type or anything
	 * outside the vocabulary
	 */
	@Override
	protected void setStreamSource(StreamSource source) {
		byte[] content = read(source);
		Document document = SafeXml.parse(content);
		if (document == null) {
			throw new ProcessEngineException("Not allowed in models: a document type, or no XML");
		}
		List<Stranger> strangers = ModelVocabulary.strangersIn(document.getDocumentElement());
		if (!strangers.isEmpty()) {
			throw new ProcessEngineException("Not allowed in models: " + strangers.get(0).what());
		}
		super.setStreamSource(() -> new ByteArrayInputStream(content));
	}

	private static byte[] read(StreamSource source) {
		try (InputStream stream = source.getInputStream()) {
			return stream.readAllBytes();
		}
		catch (IOException unreadable) {
			throw new ProcessEngineException("Unreadable model", unreadable);
		}
	}

}
