package cn.ecopark.shared;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;

import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a whole transaction that met a conflict: a deadlock, a lock that was not
 * granted, a row somebody else was quicker to change. It stands around every
 * {@code @Transactional} method of this application that opens its transaction itself, so
 * that no command can be forgotten; inside a running transaction it does nothing, since
 * only the outermost one can be repeated.
 *
 * <p>
 * Lock order, which keeps such conflicts rare: cases by id, then the work item, then the
 * batch or notice, then the chains of the audit.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RetryOnConflict extends AbstractPointcutAdvisor {

	private static final String APPLICATION = "cn.ecopark.";

	private static final Logger LOG = LoggerFactory.getLogger(RetryOnConflict.class);

	private static final MethodRetrySpec SPEC = new MethodRetrySpec(Set.of(ConcurrencyFailureException.class), Set.of(),
			RetryOnConflict::noted, 5, Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(20), 1.5,
			Duration.ofMillis(300));

	private final Pointcut transactions = new OwnTransactions();

	private final Advice retry = new OutermostOnly();

	/** How often that happens tells whether the lock order is kept. */
	private static boolean noted(Method method, Throwable conflict) {
		LOG.info("{}.{} met a conflict: {}", method.getDeclaringClass().getSimpleName(), method.getName(),
				conflict.toString());
		return true;
	}

	/** Outside of the transaction, which is the innermost advice. */
	RetryOnConflict() {
		setOrder(Ordered.LOWEST_PRECEDENCE - 1);
	}

	@Override
	public Pointcut getPointcut() {
		return this.transactions;
	}

	@Override
	public Advice getAdvice() {
		return this.retry;
	}

	/** Methods of this application that write in a transaction they may open. */
	private static final class OwnTransactions extends StaticMethodMatcherPointcut {

		private final AnnotationTransactionAttributeSource attributes = new AnnotationTransactionAttributeSource(false);

		@Override
		public boolean matches(Method method, Class<?> target) {
			if (!target.getName().startsWith(APPLICATION)) {
				return false;
			}
			TransactionAttribute attribute = this.attributes.getTransactionAttribute(method, target);
			return attribute != null && !attribute.isReadOnly()
					&& attribute.getPropagationBehavior() == TransactionAttribute.PROPAGATION_REQUIRED;
		}

	}

	private static final class OutermostOnly extends SimpleRetryInterceptor {

		OutermostOnly() {
			super(SPEC);
		}

		@Override
		public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
			if (TransactionSynchronizationManager.isActualTransactionActive()) {
				return invocation.proceed();
			}
			try {
				return super.invoke(invocation);
			}
			catch (ConcurrencyFailureException conflict) {
				throw new Contended(conflict);
			}
		}

	}

}
