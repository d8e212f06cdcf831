import { Text } from '@mantine/core'
import type { ResponseCount } from '../../../core/inquiry/sheet-progress.ts'
import { formatPercent, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'

/** How many of those expected have handed in: in words first, the bar beside them. */
export function ResponseBar({ count }: { readonly count: ResponseCount }) {
  if (count.rate === null)
    return (
      <Text size="sm" c="gray.7">
        {text('inquiry:waves.nobodyExpected')}
      </Text>
    )
  return (
    <div>
      <Text size="sm">
        {text('inquiry:waves.response', {
          submitted: count.submitted,
          expected: count.expected,
          rate: formatPercent(count.rate),
        })}
        {count.started > 0 ? ` · ${text('inquiry:waves.started', { count: count.started })}` : ''}
        {count.declined > 0
          ? ` · ${text('inquiry:waves.declined', { count: count.declined })}`
          : ''}
      </Text>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={{ width: formatWidth(count.rate) }} />
      </div>
    </div>
  )
}

function formatWidth(part: number): string {
  return `${Math.round(part * 100)}%`
}
