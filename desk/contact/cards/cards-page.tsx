import { Anchor, Button, Group, NativeSelect } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { type Card, listCards } from '../../../core/contact/cards/index.ts'
import { pictureCheck, type PictureCheck } from '../../../core/contact/picture-check.ts'
import { currentLanguage, EmptyState, Icon, Page, Picture, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { CardLine } from './card-face.tsx'
import {
  agesOffered,
  type CardQuestion,
  cardQuestions,
  filterIn,
  minutesOffered,
  withPair,
} from './card-search.ts'
import styles from './cards.module.css'
import { PictureCountLine } from './picture-count.tsx'
import { shippedCards } from './shipped-cards.ts'

const questions = ['family', 'topic', 'skill', 'who', 'network'] as const

/** All cards, by what is looked for; the address holds the choice, so that back and print keep it. */
export function CardsPage() {
  const [search, setSearch] = useSearchParams()
  const cards = listCards(shippedCards(), filterIn(search))
  const checks = useRecords(pictureCheck)
  const ask = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  const home = search.get('home')
  const back =
    home === null
      ? { to: '/contact', label: text('contact:home.title') }
      : {
          to: `/contact/families/${home}?pair=${search.get('pair') ?? ''}`,
          label: text('contact:page.title'),
        }
  return (
    <Page
      title={text('cards:title')}
      back={back}
      actions={
        <Button component={Link} to="/contact/cards/check" variant="default">
          {text('cards:check.open')}
        </Button>
      }
    >
      <p className={styles.hint}>{text('cards:page.hint')}</p>
      {checks.length === 0 && <p className={styles.hint}>{text('cards:check.roomUntried')}</p>}
      <search className={styles.filters}>
        {questions.map((name) => (
          <Choice
            key={name}
            label={text(`cards:fields.${name}`)}
            value={search.get(name) ?? ''}
            options={optionsOf(name)}
            onChange={(value) => ask(name, value)}
          />
        ))}
        <Choice
          label={text('cards:fields.age')}
          value={search.get('age') ?? ''}
          options={agesOffered.map((age) => ({
            value: age,
            label: text('cards:page.age', { age }),
          }))}
          onChange={(value) => ask('age', value)}
        />
        <Choice
          label={text('cards:fields.minutes')}
          value={search.get('minutes') ?? ''}
          options={minutesOffered.map((value) => ({
            value,
            label: text('cards:page.atMost', { count: Number(value) }),
          }))}
          onChange={(value) => ask('minutes', value)}
        />
      </search>
      <Group justify="space-between" gap="xs">
        <output>{text('cards:page.count', { count: cards.length })}</output>
        {cards.length > 0 && (
          <Button
            component={Link}
            to={`/contact/cards/sheet?${search.toString()}`}
            variant="default"
            leftSection={<Icon name="print" size={18} />}
          >
            {text('cards:page.print')}
          </Button>
        )}
      </Group>
      {cards.length === 0 && (
        <EmptyState title={text('cards:page.none')} hint={text('cards:page.noneHint')} />
      )}
      <ul className={styles.shelf}>
        {cards.map((card) => (
          <CardTile
            key={card.id}
            card={card}
            checks={checks}
            to={withPair(`/contact/cards/${card.id}`, search)}
          />
        ))}
      </ul>
    </Page>
  )
}

function optionsOf(name: CardQuestion) {
  return cardQuestions[name].map((value) => ({ value, label: text(`cards:${name}.${value}`) }))
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: text('cards:page.any') }, ...options]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

function CardTile({
  card,
  checks,
  to,
}: {
  readonly card: Card
  readonly checks: readonly PictureCheck[]
  readonly to: string
}) {
  const language = currentLanguage()
  return (
    <li className={styles.tile}>
      <Picture id={card.picture} size={96} words="" />
      <div>
        <Anchor component={Link} to={to} className={styles.whole}>
          {card.words[language].title}
        </Anchor>
        <CardLine card={card} />
        <PictureCountLine checks={checks} picture={card.picture} inList />
      </div>
    </li>
  )
}
