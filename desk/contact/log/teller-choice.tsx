import { isSameTeller, type Teller } from '../../../core/contact/teller.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import { listTellers, nameTeller } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'

const keyOf = ({ toldBy, tellerId }: Teller) => tellerId ?? toldBy

/** CON-26: who says so, each caregiver by name. */
export function TellerChoice({
  contact,
  value,
  onChange,
  hint,
}: {
  readonly contact: PairContact
  readonly value: Teller
  readonly onChange: (teller: Teller) => void
  readonly hint?: string
}) {
  const tellers = listTellers(contact)
  const chosen = tellers.find((one) => isSameTeller(one, value))
  return (
    <SegmentedChoice
      label={text('contact:told.by')}
      {...(hint === undefined ? {} : { hint })}
      options={tellers.map((one) => ({ value: keyOf(one), label: nameTeller(one, contact) }))}
      value={chosen === undefined ? null : keyOf(chosen)}
      onChange={(key) => {
        const teller = tellers.find((one) => keyOf(one) === key)
        if (teller !== undefined) onChange(teller)
      }}
    />
  )
}
