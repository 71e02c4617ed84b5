/** Customers as the sample's systems know them. Some companies' names are made to ping, format or link where they are not escaped. */
export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
}

export const CONTACTS: readonly Contact[] = [
  contact(1, "Cara Bell", "Harbor & Vine"),
  contact(2, "O'Neil <Junior>", "<!channel> *Bold* & Co"),
  contact(3, "Søren Åkesson", "Nordlys Drikke"),
  contact(4, "Lee Chan", "<https://example.com|Click> Ltd"),
  contact(5, "Fatima Rossi", "Trattoria `Rossi`"),
  contact(6, "Hugo Meyer", "Meyer's Market"),
  contact(7, "Ray Okoye", "Ping House"),
  contact(8, "Priya Nair", "Blue Door Cafés"),
  contact(9, 'Tom "TJ" Jones', "Jones Distribution"),
];

function contact(number: number, name: string, company: string): Contact {
  return {
    id: 9_600_000 + number,
    name,
    email: `buyer${number}@customer${number}.example`,
    phone: `1213555010${number}`,
    company,
  };
}
