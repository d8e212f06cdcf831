import { smallGroupsTogether } from '../../inquiry/fold-small-groups.ts'
import type { Wording } from '../write-numbers.ts'

/** The label of a group, or what the row of the small groups together is called. */
export function nameGroupRow(label: string, { translate }: Wording): string {
  return label === smallGroupsTogether ? translate('evaluation:cross.together') : label
}
