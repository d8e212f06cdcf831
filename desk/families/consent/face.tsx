const mouths = {
  given: 'M15 29c3 5 15 5 18 0',
  refused: 'M15 33c3-5 15-5 18 0',
  notAsked: 'M16 31h16',
} as const

/** A face to point at. */
export function Face({ mood }: { readonly mood: keyof typeof mouths }) {
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
