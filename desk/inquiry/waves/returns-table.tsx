import { Text } from '@mantine/core'
import type { Returns } from '../../../core/inquiry/count-returns.ts'
import { formatList, formatNumber, formatPercent, Scrolling, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'

export interface WayCount {
  readonly name: string
  readonly count: number
}

/** Who was asked and who answered, place by place, the whole last; and which way the answers came. */
export function ReturnsTable({
  returns,
  head,
  asked,
  ways,
}: {
  readonly returns: Returns
  readonly head: string
  readonly asked: string
  readonly ways: readonly WayCount[]
}) {
  const { lines, whole } = returns
  const title = text('inquiry:returns.title')
  return (
    <>
      <Scrolling label={title}>
        <table className={styles.numbers}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{asked}</th>
              <th scope="col">{text('inquiry:returns.returned')}</th>
              <th scope="col">{text('inquiry:returns.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {[
              ...(lines.length > 1
                ? lines.map((line) => ({
                    ...line,
                    name: line.label === '' ? text('inquiry:returns.noGroup') : line.label,
                  }))
                : []),
              { ...whole, name: text('inquiry:returns.all') },
            ].map(({ name, handedOut, returned, rate }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{handedOut === null ? '–' : formatNumber(handedOut)}</td>
                <td>{formatNumber(returned)}</td>
                <td>{rate === null ? '–' : formatPercent(rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {ways.length > 0 && (
        <Text size="sm" c="gray.7">
          {text('inquiry:returns.byMode', {
            modes: formatList(
              ways.map(({ name, count }) =>
                text('inquiry:returns.modeCount', { mode: name, count: formatNumber(count) }),
              ),
            ),
          })}
        </Text>
      )}
    </>
  )
}
