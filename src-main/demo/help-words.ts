import type { InventoryLine } from '#shared/affordability/contract.ts';
import { places } from '#shared/demo/names.ts';
import type { ReferralPartnerDetails } from '#shared/referrals/contract.ts';

const [home = { postalCode: '9999', city: 'Wilgenbeke' }] = places;

/** Who can help around the schools of the demo; the first two fill in an example of the product, the OCMW is where the first school is. */
export const demoPartners: readonly ReferralPartnerDetails[] = [
  {
    name: `OCMW ${home.city}`,
    kind: 'ocmw',
    offers: 'Gratis hulp bij schulden en een krap budget, ook voor schoolkosten.',
    needs: 'Identiteitskaart en een overzicht van wat er binnenkomt en buitengaat.',
    contactName: 'Griet Voorbeeld, sociale dienst',
    phone: '09 000 20 01',
    email: 'ocmw@voorbeeld.example',
    website: null,
    address: `Denkbeeldigehof 1, ${home.postalCode} ${home.city}`,
  },
  {
    name: 'Schuldbemiddeling Het Kompas (verzonnen)',
    kind: 'mediator',
    offers: 'Maakt samen met u en uw schuldeisers een haalbaar plan voor alle schulden.',
    needs: 'Alle brieven en rekeningen die u nog hebt.',
    contactName: 'Ronny Voorbeeld',
    phone: '09 000 20 11',
    email: 'kompas@voorbeeld.example',
    website: null,
    address: `Denkbeeldigehof 12, ${home.postalCode} ${home.city}`,
  },
  {
    name: 'Fonds Kinderkansen De Boomgaard (verzonnen)',
    kind: 'foundation',
    offers: 'Betaalt mee aan uitstappen en schoolrekeningen van kinderen, op vraag van de school.',
    needs: 'Een korte brief van de school; u hoeft zelf niets op te schrijven.',
    contactName: 'Lieve Voorbeeld',
    phone: null,
    email: 'fonds@voorbeeld.example',
    website: null,
    address: null,
  },
];

/** The budget of this school year first. */
export const demoFunds = [
  { source: 'Ouderraad en schoolfeest', amountCents: 250_000, note: 'Opbrengst van het schoolfeest.' },
  { source: 'Ouderraad en schoolfeest', amountCents: 200_000, note: '' },
] as const;

/** What the family of the demo told, with room for a small plan. */
export const declaredLines: InventoryLine[] = [
  { kind: 'income', category: 'wages', amountCents: 198_000, every: 'month', note: '' },
  { kind: 'income', category: 'childBenefit', amountCents: 36_000, every: 'month', note: '' },
  { kind: 'income', category: 'schoolAllowance', amountCents: 24_000, every: 'year', note: '' },
  { kind: 'fixed', category: 'rent', amountCents: 92_000, every: 'month', note: '' },
  { kind: 'fixed', category: 'energy', amountCents: 17_500, every: 'month', note: 'Voorschot' },
  { kind: 'fixed', category: 'water', amountCents: 9_000, every: 'quarter', note: '' },
  { kind: 'fixed', category: 'telecom', amountCents: 6_200, every: 'month', note: '' },
  { kind: 'living', category: 'food', amountCents: 17_000, every: 'week', note: '' },
  { kind: 'living', category: 'transport', amountCents: 13_000, every: 'month', note: '' },
  { kind: 'living', category: 'clothing', amountCents: 6_000, every: 'month', note: '' },
  { kind: 'debt', category: 'loan', amountCents: 16_000, every: 'month', note: 'Auto, nog twee jaar' },
];
