package cn.ecopark.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a condition of a diagram under assumed facts; a fact that is not set reads as
 * null.
 */
public final class ConditionEvaluator {

	private static final ExpressionFactory FACTORY = new ExpressionFactoryImpl();

	private ConditionEvaluator() {
	}

	/**
	 * @return whether the condition holds; one outside the small grammar, or that
	 * compares what cannot be compared, never does
	 */
	public static boolean holds(String condition, Map<String, Object> facts) {
		if (ExpressionGrammar.problemOf(condition) != null) {
			return false;
		}
		SimpleContext context = new SimpleContext(new Facts(facts));
		try {
			return Boolean.TRUE
				.equals(FACTORY.createValueExpression(context, condition.strip(), Boolean.class).getValue(context));
		}
		catch (ELException notACondition) {
			return false;
		}
	}

	/**
	 * @return whether the text can only be true or false, whatever the facts are
	 */
	public static boolean isCondition(String text) {
		if (!text.contains("${") || ExpressionGrammar.problemOf(text) != null) {
			return false;
		}
		Map<String, Object> words = new HashMap<>();
		ExpressionGrammar.namesIn(text).forEach(name -> words.put(name, "word"));
		return isYesOrNo(text, Map.of()) && isYesOrNo(text, words);
	}

	private static boolean isYesOrNo(String text, Map<String, Object> facts) {
		SimpleContext context = new SimpleContext(new Facts(facts));
		try {
			return FACTORY.createValueExpression(context, text.strip(), Object.class)
				.getValue(context) instanceof Boolean;
		}
		catch (ELException | ArithmeticException notComparable) {
			return false;
		}
	}

	/** Reads bare names from the assumed facts. */
	private static final class Facts extends ELResolver {

		private final Map<String, Object> facts;

		Facts(Map<String, Object> facts) {
			this.facts = facts;
		}

		@Override
		public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
			context.setPropertyResolved(true);
			return base == null ? this.facts.get(String.valueOf(property)) : null;
		}

		@Override
		public Class<?> getType(ELContext context, Object base, Object property) {
			return Object.class;
		}

		@Override
		public void setValue(ELContext context, Object base, Object property, Object value) {
			throw new UnsupportedOperationException("Conditions set nothing");
		}

		@Override
		public boolean isReadOnly(ELContext context, Object base, Object property) {
			return true;
		}

		@Override
		public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
			return Collections.emptyIterator();
		}

		@Override
		public Class<?> getCommonPropertyType(ELContext context, Object base) {
			return Object.class;
		}

	}

}
