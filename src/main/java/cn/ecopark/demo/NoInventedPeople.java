package cn.ecopark.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.InventedPeople;

/**
 * Keeps a database of the demonstration, whose password everybody knows, from being taken
 * for the real one.
 */
@Component
@DependsOnDatabaseInitialization
@ConditionalOnBooleanProperty(name = "ecopark.demonstration", havingValue = false, matchIfMissing = true)
class NoInventedPeople {

	NoInventedPeople(InventedPeople people) {
		if (people.exist()) {
			throw new IllegalStateException("数据库中有演示用的虚构人员，不能用于正式运行。请换用新的数据库，或设置 ecopark.demonstration=true 以演示方式启动。");
		}
	}

}
