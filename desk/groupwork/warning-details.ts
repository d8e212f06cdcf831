import type { PlanWarning } from '../../core/groupwork/check-coverage.ts'
import { text } from '../kit/index.ts'

/** Names of targets and strands in the person's language. */
export function warningDetails({
  details,
}: Pick<PlanWarning, 'details'>): Record<string, string | number> {
  const { target, strand } = details
  return {
    ...details,
    ...(target === undefined ? {} : { target: text(`groupwork:target.${target}`) }),
    ...(strand === undefined ? {} : { strand: text(`groupwork:strand.${strand}`) }),
  }
}
