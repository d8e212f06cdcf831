import { Text } from '@mantine/core'
import type { Sociogram, Tie } from '../../../core/groupwork/members/read-sociogram.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import { DoingNote, formatList, text, useDoing } from '../../kit/index.ts'
import attendance from '../attendance.module.css'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import { draftsOfNoTie } from './draft-tie.ts'
import styles from './sociogram.module.css'

const namesOf = (seats: readonly SeatEntry[]) =>
  formatList(seats.map(({ displayName }) => displayName))

/** The same as the picture, in words: who turned to each other, who was alone, and of whom nobody noted anything. */
export function SociogramWords({ sociogram }: { readonly sociogram: Sociogram }) {
  const { members, mutualPairs, ties, alone, notNoted } = sociogram
  const most = Math.max(0, ...members.map(({ turnedToBy }) => turnedToBy))
  const count = (kind: Tie['kind']) => ties.filter((tie) => tie.kind === kind).length
  return (
    <>
      <Text>
        {text('groupwork:sociogram.mutualCount', {
          count: mutualPairs.length,
          pairs: formatList(
            mutualPairs.map(([one, other]) =>
              text('groupwork:sociogram.two', { one: one.displayName, other: other.displayName }),
            ),
          ),
        })}{' '}
        {count('avoids') + count('clash') > 0 &&
          text('groupwork:sociogram.strained', { avoids: count('avoids'), clash: count('clash') })}
      </Text>
      {most > 1 && (
        <Text>
          {text('groupwork:sociogram.mostSought', {
            names: namesOf(
              members.filter(({ turnedToBy }) => turnedToBy === most).map(({ seat }) => seat),
            ),
            count: most,
          })}
        </Text>
      )}
      {alone.length > 0 && (
        <Text>{text('groupwork:sociogram.aloneNames', { names: namesOf(alone) })}</Text>
      )}
      {ties.length > 0 && notNoted.length > 0 && (
        <Text size="sm" c="gray.7">
          {text('groupwork:sociogram.notNoted', { names: namesOf(notNoted) })}
        </Text>
      )}
    </>
  )
}

/** Every line of the picture as a row; whoever may change it can take it back here. */
export function TieTable({
  meetingId,
  ties,
  mayChange,
}: {
  readonly meetingId: string
  readonly ties: readonly Tie[]
  readonly mayChange: boolean
}) {
  const act = useActInTurn()
  const doing = useDoing()
  if (ties.length === 0) return null
  return (
    <>
      <table className={styles.table}>
        <caption>{text('groupwork:sociogram.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('groupwork:sociogram.who')}</th>
            <th scope="col">{text('groupwork:sociogram.kind')}</th>
            {mayChange && <td />}
          </tr>
        </thead>
        <tbody>
          {ties.map((tie) => (
            <tr key={`${tie.kind} ${tie.from.id} ${tie.to.id}`}>
              <th scope="row">{whoWords(tie)}</th>
              <td>{text(`groupwork:tie.${tie.kind}`)}</td>
              {mayChange && (
                <td>
                  <button
                    type="button"
                    className={attendance.takeBack}
                    aria-label={text('groupwork:sociogram.takeBack', {
                      from: tie.from.displayName,
                      to: tie.to.displayName,
                      kind: text(`groupwork:tie.${tie.kind}`),
                    })}
                    onClick={() =>
                      void doing.run(() => act((look) => draftsOfNoTie(meetingId, tie, look)))
                    }
                  >
                    {text('groupwork:attendance.takeBack')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <DoingNote doing={doing} />
    </>
  )
}

function whoWords({ from, to, mutual }: Tie): string {
  return text(mutual ? 'groupwork:sociogram.bothWays' : 'groupwork:sociogram.towards', {
    from: from.displayName,
    to: to.displayName,
  })
}
