import { Text } from '@mantine/core'
import { SegmentedChoice, text } from '../../kit/index.ts'
import type { ConsentForm } from './consent-form.ts'

const mouths = {
  given: 'M15 29c3 5 15 5 18 0',
  refused: 'M15 33c3-5 15-5 18 0',
  notAsked: 'M16 31h16',
} as const

function Face({ mood }: { readonly mood: keyof typeof mouths }) {
  return (
    <svg
      aria-hidden="true"
      width="56"
      height="56"
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <circle cx="24" cy="24" r="20" />
      <path d="M17 19v2M31 19v2" strokeWidth="4" />
      <path d={mouths[mood]} />
    </svg>
  )
}

/** The child's own answer, with pictures; a child's no counts as much as a guardian's. */
export function AssentChoice({
  name,
  form,
  set,
}: {
  readonly name: string
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
}) {
  if (form.assent === 'tooYoung') return <Text>{text('families:assent.tooYoung', { name })}</Text>
  const options = (['given', 'refused', 'notAsked'] as const).map((value) => ({
    value,
    label: text(`families:assent.answer.${value}`),
    icon: <Face mood={value} />,
  }))
  return (
    <>
      <Text>{text('families:assent.say')}</Text>
      <SegmentedChoice
        label={text('families:assent.question', { name })}
        options={options}
        value={form.assent === 'notAsked' ? null : form.assent}
        onChange={(assent) => set({ assent })}
      />
    </>
  )
}
