import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & {
  readonly ref?: Ref<HTMLAnchorElement>
}

function AnchorBase(props: AnchorProps & Native) {
  return <Anchor {...props} />
}

function ButtonBase(props: ButtonProps & Native) {
  return <Button component="a" {...props} />
}

/** A link in a text to a place or record: `<AnchorLink to="/partners/$id" params={{ id }}>`. */
export const AnchorLink = createLink(AnchorBase)

/** A button that goes to a place or record. */
export const ButtonLink = createLink(ButtonBase)
