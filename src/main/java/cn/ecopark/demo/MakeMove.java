package cn.ecopark.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.demo.Script.Move;

/** Makes one move and counts it, both or neither. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class MakeMove {

	private final CarryOutMove carryOut;

	private final DoStep doStep;

	private final Making making;

	MakeMove(CarryOutMove carryOut, DoStep doStep, Making making) {
		this.carryOut = carryOut;
		this.doStep = doStep;
		this.making = making;
	}

	/**
	 * @param move time goes on outside of transactions, so that of {@code ToDay} there is
	 * nothing left to do
	 * @param made how many were made before
	 */
	@Transactional
	public void make(int made, Move move) {
		if (move instanceof Move.Begin begin) {
			this.carryOut.begin(begin);
		}
		else if (move instanceof Move.Compose compose) {
			this.carryOut.compose(compose);
		}
		else if (move instanceof Move.Object object) {
			this.carryOut.object(object);
		}
		else if (move instanceof Move.Do step) {
			this.doStep.carryOut(step);
		}
		this.making.advance(made, false);
	}

	/** What does not go is left out, and told. */
	@Transactional
	public void leaveOut(int made) {
		this.making.advance(made, true);
	}

}
