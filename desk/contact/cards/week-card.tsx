import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { cardShown, listShownCards } from '../../../core/contact/card-shown.ts'
import { type Card, chooseForWeek, listCardsOfWeek } from '../../../core/contact/cards/index.ts'
import { contactPlanInForce } from '../../../core/contact/contact-plan-shape.ts'
import { mondayOf } from '../../../core/families/availability-on.ts'
import { ageOn } from '../../../core/kit/dates.ts'
import {
  ConfirmButton,
  currentLanguage,
  DoingNote,
  formatDay,
  Picture,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useToday } from '../../sync/index.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { CardLine } from './card-face.tsx'
import styles from './cards.module.css'
import { GiveCard } from './give-card.tsx'
import { shippedCards } from './shipped-cards.ts'

/** Something worth saying or doing this week, another one each week; the worker may take another. */
export function WeekCard({ contact }: { readonly contact: PairContact }) {
  const today = useToday()
  const [passed, setPassed] = useState<readonly string[]>([])
  const monday = mondayOf(today)
  const given = contact.cards.filter(({ on }) => on >= monday)
  const chosen = useChosen(contact, passed)
  const cards = shippedCards()
  const now = given[0] === undefined ? chosen : cards.find(({ id }) => id === given[0]?.cardId)
  const choose = `/contact/cards?home=${contact.familyId}&pair=${contact.pair.id}`
  return (
    <Section
      title={text('cards:week.title')}
      hint={text('cards:week.hint')}
      actions={
        <Button component={Link} to={choose} variant="default" className="no-print">
          {text('cards:week.all')}
        </Button>
      }
    >
      {now == null ? (
        <Text c="gray.7">{text('cards:week.none')}</Text>
      ) : (
        <Offered contact={contact} card={now} />
      )}
      {given.length === 0 && chosen !== null && (
        <Group gap="xs" className="no-print">
          <GiveCard key={chosen.id} contact={contact} cardId={chosen.id} />
          <Button variant="default" onClick={() => setPassed([...passed, chosen.id])}>
            {text('cards:week.other')}
          </Button>
        </Group>
      )}
      <GivenCards contact={contact} />
    </Section>
  )
}

function useChosen(contact: PairContact, passed: readonly string[]): Card | null {
  const today = useToday()
  const plan = contactPlanInForce(contact.plans, contact.pair.id)
  const age = contact.childBornOn === null ? null : ageOn(contact.childBornOn, today)
  const before = listShownCards(contact.cards, contact.pair.id, mondayOf(today))
  return chooseForWeek(listCardsOfWeek(shippedCards(), { age, plan }), {
    forId: contact.pair.id,
    day: today,
    filter: {},
    shown: [...before, ...passed],
  })
}

function Offered({ contact, card }: { readonly contact: PairContact; readonly card: Card }) {
  const to = `/contact/cards/${card.id}?home=${contact.familyId}&pair=${contact.pair.id}`
  return (
    <div className={styles.week}>
      <Picture id={card.picture} size={96} words="" />
      <div>
        <Anchor component={Link} to={to} fw={600}>
          {card.words[currentLanguage()].title}
        </Anchor>
        <CardLine card={card} />
      </div>
    </div>
  )
}

function GivenCards({ contact }: { readonly contact: PairContact }) {
  if (contact.cards.length === 0) return null
  return (
    <details className="no-print">
      <summary>{text('cards:week.history', { count: contact.cards.length })}</summary>
      <ul className={styles.given}>
        {contact.cards.map((one) => (
          <GivenLine key={one.id} contact={contact} given={one} />
        ))}
      </ul>
    </details>
  )
}

function GivenLine({
  contact,
  given,
}: {
  readonly contact: PairContact
  readonly given: PairContact['cards'][number]
}) {
  const act = useAct()
  const doing = useDoing()
  const mayRemove = useMay('cardShown', 'remove', `family:${contact.familyId}`)
  const card = shippedCards().find(({ id }) => id === given.cardId)
  const remove = () =>
    doing.run(() =>
      act({ kind: cardShown, recordId: given.id, verb: 'remove', input: {}, fields: {} }),
    )
  return (
    <li>
      <span>
        {formatDay(given.on)} ·{' '}
        {card === undefined ? text('cards:page.missing') : card.words[currentLanguage()].title}
      </span>
      <Group gap="xs">
        <UnsentMark record={given} />
        {mayRemove && (
          <ConfirmButton
            size="compact-sm"
            question={text('cards:week.takeBackQuestion')}
            confirmLabel={text('cards:week.takeBack')}
            onConfirm={() => void remove().catch(reportError)}
          >
            {text('cards:week.takeBack')}
          </ConfirmButton>
        )}
      </Group>
      <DoingNote doing={doing} />
    </li>
  )
}
