import type { ContactPlan, ContactWindow } from '../../../core/contact/contact-plan-shape.ts'
import { listPlanLines, type PlanLine, sayWindow } from '../../../core/contact/list-plan-lines.ts'
import { formatDay, formatList, text } from '../../kit/index.ts'

const wording = { text, day: formatDay, list: formatList }

export function describeWindow(window: ContactWindow): string {
  return sayWindow(window, wording)
}

/** The plan in words, for the screen and for the wall. */
export function describeContactPlan(
  plan: ContactPlan,
  names: { readonly child: string; readonly adult: string },
  shown = { ownSign: true },
): readonly PlanLine[] {
  return listPlanLines(plan, names, wording, shown)
}
