package cn.ecopark.shared;

import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.AbstractPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands around every method that is {@link OneReading}. */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class OneReadings extends AbstractPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	private static final TransactionDefinition ONE_INSTANT = oneInstant();

	private final transient Pointcut pages = AnnotationMatchingPointcut.forMethodAnnotation(OneReading.class);

	private final transient Advice reading;

	OneReadings(ObjectProvider<PlatformTransactionManager> transactions) {
		this.reading = (MethodInterceptor) invocation -> read(invocation, transactions.getObject());
	}

	private static TransactionDefinition oneInstant() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		definition.setReadOnly(true);
		definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		return definition;
	}

	private static @Nullable Object read(MethodInvocation page, PlatformTransactionManager transactions)
			throws Throwable {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return page.proceed();
		}
		TransactionStatus transaction = transactions.getTransaction(ONE_INSTANT);
		ReadOnce.begin();
		try {
			return page.proceed();
		}
		finally {
			ReadOnce.end();
			transactions.rollback(transaction);
		}
	}

	@Override
	public Pointcut getPointcut() {
		return this.pages;
	}

	@Override
	public Advice getAdvice() {
		return this.reading;
	}

}
