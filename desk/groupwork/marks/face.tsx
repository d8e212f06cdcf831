const mouths = {
  1: 'M7.500 17.500q4.500-6.500 9 0',
  2: 'M8.500 16.300q3.500-1.500 7 0',
  3: 'M8.500 15q3.500 1.800 7 0',
  4: 'M7.500 14q4.500 6 9 0z',
} as const

export const faces = [1, 2, 3, 4] as const
export type FaceLevel = (typeof faces)[number]

/** Four faces from low to happy, told apart by the mouth alone. */
export function Face({ level, size = 30 }: { readonly level: FaceLevel; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="12" cy="12" r="9.500" />
      <path d={`M8.500 9.500v.6M15.500 9.500v.6${mouths[level]}`} />
    </svg>
  )
}
