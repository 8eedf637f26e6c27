import { NavLink } from '@mantine/core'
import { useRef } from 'react'
import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { AboutSection, ReceiversSection } from './AboutSection.tsx'
import { FileSection } from './FileSection.tsx'
import { LookSection } from './LookSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import styles from './settings.module.css'
import type { SectionId } from './SettingsSection.tsx'

const sections: readonly SectionId[] = ['profile', 'people', 'look', 'file', 'receivers', 'about']

/** The settings: the university, language and look, the workspace file, the ministry, the program itself. */
export function SettingsPlace() {
  const t = useText()
  const body = useRef<HTMLDivElement>(null)

  function goTo(section: SectionId) {
    const target = body.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)
    target?.scrollIntoView({ block: 'start' })
    target?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }

  return (
    <div className={styles.place}>
      <PlaceHeader title={t('common:place.settings')} />
      <div className={styles.body}>
        <nav className={styles.nav} aria-label={t('institution:sections')}>
          {sections.map((section) => (
            <NavLink
              key={section}
              component="button"
              type="button"
              label={section === 'people' ? t('people:title') : t(`institution:${section}.title`)}
              onClick={() => goTo(section)}
            />
          ))}
        </nav>
        <div className={styles.sections} ref={body} tabIndex={-1}>
          <ProfileSection />
          <PeopleSection />
          <LookSection />
          <FileSection />
          <ReceiversSection />
          <AboutSection />
        </div>
      </div>
    </div>
  )
}
