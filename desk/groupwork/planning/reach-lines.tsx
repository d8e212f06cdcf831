import { countReach, type MemberReach } from '../../../core/groupwork/planning/place-meetings.ts'
import { formatList, text } from '../../kit/index.ts'
import styles from './planning.module.css'

/** Of one meeting: who cannot come and why, who may, whom nobody has asked, and whose family is together on the day. */
export function ReachLines({ list }: { readonly list: readonly MemberReach[] }) {
  const of = (state: MemberReach['state']) => list.filter((one) => one.state === state)
  const together = list.filter((one) => one.together !== null)
  const { cannot, maybe, unknown } = countReach(list)
  if (list.length === 0) return null
  return (
    <div className={styles.reach}>
      {cannot > 0 && (
        <div className={styles.cannot}>
          {text('groupwork:planning.cannotCome', { names: namesWithWhy(of('cannot')) })}
        </div>
      )}
      {maybe > 0 && (
        <div>{text('groupwork:planning.mayCome', { names: namesWithWhy(of('maybe')) })}</div>
      )}
      {unknown > 0 && (
        <div>
          {unknown === list.length
            ? text('groupwork:planning.nobodyKnown')
            : text('groupwork:planning.notAsked', { names: namesWithWhy(of('unknown')) })}
        </div>
      )}
      {together.length > 0 && (
        <div>
          {text('groupwork:planning.together', {
            names: formatList(together.map(({ seat }) => seat.displayName)),
          })}
        </div>
      )}
    </div>
  )
}

function namesWithWhy(list: readonly MemberReach[]): string {
  return formatList(
    list.map(({ seat, why }) =>
      why === null
        ? seat.displayName
        : text('groupwork:planning.nameAndWhy', {
            name: seat.displayName,
            why: text(`families:availability.why.${why}`),
          }),
    ),
  )
}
