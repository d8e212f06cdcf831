import { Text } from '@mantine/core'
import type { Card, CardLanguage, CardWords } from '../../../core/contact/cards/index.ts'
import { Picture, text } from '../../kit/index.ts'
import styles from './cards.module.css'

/** All a card says, with its picture: on the screen and on paper the same. */
export function CardFace({
  card,
  language,
  paper = false,
}: {
  readonly card: Card
  readonly language: CardLanguage
  readonly paper?: boolean
}) {
  const words = card.words[language]
  return (
    <article className={paper ? styles.paper : styles.face} lang={language}>
      <Picture
        id={card.picture}
        size={paper ? 200 : 240}
        words={text(`cards:shows.${card.picture}`)}
      />
      <div className={styles.words}>
        <h2>{words.title}</h2>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CardParts words={words} />
      </div>
      <footer>{describeCard(card).join(' · ')}</footer>
    </article>
  )
}

function CardParts({ words: { question, pair, say, decide } }: { readonly words: CardWords }) {
  return (
    <dl>
      {question !== undefined && (
        <>
          <Part label={text('cards:label.toChild')} words={question.toChild} />
          <Part label={text('cards:label.toParent')} words={question.toParent} />
        </>
      )}
      {pair !== undefined && (
        <>
          <Part label={text('cards:label.notSo')} words={pair.notSo} />
          <Part label={text('cards:label.butSo')} words={pair.butSo} />
        </>
      )}
      <Part label={text('cards:label.say')} words={say} />
      {decide !== undefined && <Part label={text('cards:label.decide')} words={decide} />}
    </dl>
  )
}

function Part({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  )
}

/** What kind of card it is, in a line. */
export function describeCard(card: Card): readonly string[] {
  const { family, topic, rung, skill, who, ages, minutes, network } = card
  return [
    text(`cards:family.${family}`),
    ...(topic === null ? [] : [text(`cards:topic.${topic}`)]),
    ...(rung === null ? [] : [text('cards:page.rung', { rung })]),
    ...(skill === null ? [] : [text(`cards:skill.${skill}`)]),
    ...(family === who ? [] : [text(`cards:who.${who}`)]),
    text('cards:page.ages', ages),
    text('cards:page.minutes', { count: minutes }),
    text(`cards:network.${network}`),
  ]
}

export function CardLine({ card }: { readonly card: Card }) {
  return (
    <Text size="sm" c="gray.7">
      {describeCard(card).join(' · ')}
    </Text>
  )
}
