import { Button, Group } from '@mantine/core'
import { contactMatch, contactMatchId } from '../../../core/contact/contact-match.ts'
import type { ToldContact } from '../../../core/contact/match-accounts.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, formatDay, formatList, text, useDoing } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import { nameTeller } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'

/** The days suggest it, a person knows it: two accounts are set apart, and brought together again. */
export function SameOrNot({
  contact,
  told,
  twins,
}: {
  readonly contact: PairContact
  readonly told: ToldContact
  readonly twins: readonly ToldContact[]
}) {
  const act = useAct()
  const doing = useDoing()
  const setApart = async () => {
    const [first, ...others] = told.accounts
    if (first === undefined) return
    for (const other of others)
      await doing.run(() => act(decisionOf(contact, first.id, other.id, false)))
  }
  const bringTogether = async (twin: ToldContact) => {
    for (const [left, right] of sayOne(contact, told, twin))
      await doing.run(() => act(decisionOf(contact, left, right, true)))
  }
  if (told.accounts.length === 1 && twins.length === 0) return null
  return (
    <Group gap="xs" mt={4} className="no-print">
      {told.accounts.length > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          loading={doing.busy}
          onClick={() => void setApart().catch(reportError)}
        >
          {text('contact:told.apart')}
        </Button>
      )}
      {twins.map((twin) => (
        <Button
          key={twin.id}
          size="compact-sm"
          variant="default"
          loading={doing.busy}
          onClick={() => void bringTogether(twin).catch(reportError)}
        >
          {text('contact:told.together', {
            day: formatDay(twin.on),
            names: formatList(twin.accounts.map((account) => nameTeller(account, contact))),
          })}
        </Button>
      ))}
      <DoingNote doing={doing} />
    </Group>
  )
}

/** Which two accounts have to be said to be one: one of each side, and whichever somebody had set apart. */
function sayOne({ matches }: PairContact, told: ToldContact, twin: ToldContact) {
  const apart = new Set(matches.filter(({ same }) => !same).map(({ id }) => id))
  const both = told.accounts.flatMap((left) =>
    twin.accounts.map((right) => [left.id, right.id] as const),
  )
  return both.filter(([left, right], at) => at === 0 || apart.has(contactMatchId(left, right)))
}

function decisionOf(
  { familyId, pair, matches }: PairContact,
  firstId: string,
  secondId: string,
  same: boolean,
) {
  const id = contactMatchId(firstId, secondId)
  const known = matches.find((one) => one.id === id)
  return known === undefined
    ? draftRecord(contactMatch, id, { familyId, pairId: pair.id, firstId, secondId, same })
    : {
        ...{ kind: contactMatch, recordId: id, verb: 'edit', input: {} },
        fields: { same },
        base: { same: known.same },
      }
}
