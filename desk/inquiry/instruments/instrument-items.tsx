import { Badge, Group, Stack, Text } from '@mantine/core'
import { isFree } from '../../../core/inquiry/edit/edit-items.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { Item, ResponseSet } from '../../../core/inquiry/scale.ts'
import { fillUnnamed, wordLanguages } from '../../../core/inquiry/words.ts'
import { Picture, Section, text } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { showWords } from '../words.ts'
import { conditionWords } from '../paper/condition-words.ts'

/** Every item in both languages with how it is answered; a key without wording shows its numbers. */
export function InstrumentItems({ shown }: { readonly shown: Instrument }) {
  return (
    <Section title={text('inquiry:instrument.items', { count: shown.items.length })}>
      {shown.responseSets.map((set) => (
        <OptionLine key={set.id} set={set} />
      ))}
      <ol className={styles.items}>
        {shown.items.map((item) => (
          <li key={item.id}>
            <span className={styles.number}>{item.number}</span>
            <Stack gap={2} className={styles.grow}>
              <ItemWords item={item} ours={shown.licence.status === 'ours'} />
              <ItemConditions shown={shown} item={item} />
            </Stack>
            <ItemMarks item={item} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function OptionLine({ set }: { readonly set: ResponseSet }) {
  const options = set.options.map(({ value, label }) =>
    [String(value), label['zh-CN'], label.en].filter((part) => part !== '').join(' '),
  )
  return (
    <>
      <Text size="sm" c="gray.7">
        {options.length === 0
          ? text('inquiry:instrument.limits', { min: set.min, max: set.max })
          : options.join(' · ')}
      </Text>
      {set.options.some(({ picture }) => picture !== null) && (
        <Group gap="xs">
          {set.options.map(
            ({ value, label, picture }) =>
              picture !== null && (
                <Picture key={value} id={picture} size={48} words={showWords(label)} />
              ),
          )}
        </Group>
      )}
    </>
  )
}

function ItemWords({ item, ours }: { readonly item: Item; readonly ours: boolean }) {
  if (item.text === null)
    return (
      <Text c="gray.7" className={styles.grow}>
        {item.id} · {text(`inquiry:instrument.${ours ? 'notWorded' : 'noWording'}`)}
      </Text>
    )
  const words = item.text
  return (
    <Stack gap={0} className={styles.grow}>
      {wordLanguages.map((language) =>
        words[language] === '' ? null : (
          <Text
            key={language}
            lang={language}
            {...(language === 'en' ? { c: 'gray.7', size: 'sm' } : {})}
          >
            {fillUnnamed(words[language], language)}
          </Text>
        ),
      )}
    </Stack>
  )
}

/** When it is asked and what its answer must fit, in words. */
function ItemConditions({ shown, item }: { readonly shown: Instrument; readonly item: Item }) {
  const section = shown.sections.find(({ id }) => id === item.section)
  const lines = [section?.showIf ?? null, item.showIf].flatMap((condition) =>
    condition === null
      ? []
      : [text('inquiry:paper.only', { condition: conditionWords(condition, shown) })],
  )
  const rule =
    item.constraint === null
      ? []
      : [
          text('inquiry:instrument.rule', {
            condition: conditionWords(item.constraint.holds, shown),
          }),
        ]
  return [...lines, ...rule].map((line) => (
    <Text key={line} size="sm" c="gray.7">
      {line}
    </Text>
  ))
}

function ItemMarks({ item }: { readonly item: Item }) {
  const { response } = item
  const isLimited = response.kind === 'number' && !isFree(response)
  const how = isLimited
    ? text('inquiry:instrument.numberItem', {
        min: response.min,
        max: response.max,
        unit: response.unit,
      })
    : response.kind === 'choice'
      ? ''
      : text(`inquiry:editor.kinds.${response.kind}`)
  return (
    <Group gap={4} justify="flex-end">
      {how !== '' && (
        <Text size="sm" c="gray.7">
          {how}
        </Text>
      )}
      {item.reversed && (
        <Badge variant="outline" color="gray.8" tt="none">
          {text('inquiry:instrument.reversed')}
        </Badge>
      )}
      {item.required && (
        <Badge variant="outline" color="gray.8" tt="none">
          {text('inquiry:instrument.required')}
        </Badge>
      )}
    </Group>
  )
}
