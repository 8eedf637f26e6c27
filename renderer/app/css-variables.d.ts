import 'react'

declare module 'react' {
  // Module augmentation merges interfaces only.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
