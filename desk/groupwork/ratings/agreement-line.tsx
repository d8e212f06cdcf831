import { Text } from '@mantine/core'
import type { Agreement } from '../../../core/groupwork/ratings/measure-agreement.ts'
import { formatNumber, formatPercent, text } from '../../kit/index.ts'

const fewestForKappa = 10

/** How far two people agree: the count first, kappa only where there is enough to say it of. */
export function AgreementLine({ agreement }: { readonly agreement: Agreement | null }) {
  if (agreement === null) return null
  const { both, same, kappa } = agreement
  const share = text('groupwork:agreement.share', {
    count: both,
    same,
    percent: formatPercent(same / both),
  })
  const beyond =
    kappa.ok && both >= fewestForKappa
      ? text('groupwork:agreement.kappa', { kappa: formatNumber(kappa.value.kappa, 2) })
      : text('groupwork:agreement.noKappa')
  return (
    <Text>
      {share} {beyond}
    </Text>
  )
}
