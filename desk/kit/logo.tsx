import { text } from './text.ts'

/** A kite and the line that holds. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" role="img" aria-label={text('kit:product')}>
      <path d="M40 4 60 24 34 42 20 22z" fill="#a9332a" />
      <path d="M40 4 34 42 20 22z" fill="#c24034" />
      <path d="M60 24 20 22" stroke="#fffdf9" strokeWidth="2" />
      <path d="M40 4 34 42" stroke="#fffdf9" strokeWidth="2" />
      <path
        d="M34 42c-3 7 3 9-1 14-4 5-14 3-26 4"
        fill="none"
        stroke="#26201b"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path d="M31.5 50l-5-2 1.5 5zM31.5 50l4.5 2.5-1-5z" fill="#a9332a" />
    </svg>
  )
}
