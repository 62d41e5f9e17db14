package cn.ecopark.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Makes {@code #frame} and {@code #wording} known in every template. Beans cannot be
 * named there: Thymeleaf refuses {@code @bean} in most attributes.
 */
@Component
class ScreenWords extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String FRAME = "frame";

	private static final String WORDING = "wording";

	private final Frame frame;

	private final Wording wording;

	ScreenWords(Frame frame, Wording wording) {
		super("screen words");
		this.frame = frame;
		this.wording = wording;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(FRAME, WORDING);
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return switch (name) {
			case FRAME -> this.frame;
			case WORDING -> this.wording;
			default -> null;
		};
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
