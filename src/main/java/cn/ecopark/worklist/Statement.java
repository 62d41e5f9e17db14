package cn.ecopark.worklist;

import java.util.List;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.FormValues;

/**
 * What every decision states, whatever the step's work panel asks for besides.
 *
 * @param outcome code of the outcome
 * @param opinion in the words of whoever decides, without white space around them; may be
 * empty
 * @param points what is to be corrected; only taken with an outcome that asks for points
 * @param form the fields of the step's form
 */
public record Statement(String outcome, String opinion, List<NewPoint> points, FormValues form) {

	public Statement {
		opinion = opinion.strip();
		points = List.copyOf(points);
	}

	public static Statement of(String outcome, String opinion) {
		return new Statement(outcome, opinion, List.of(), FormValues.NONE);
	}

	public Statement with(FormValues form) {
		return new Statement(this.outcome, this.opinion, this.points, form);
	}

	public Statement with(List<NewPoint> points) {
		return new Statement(this.outcome, this.opinion, points, this.form);
	}

}
