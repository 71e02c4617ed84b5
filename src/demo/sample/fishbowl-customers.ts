/** One document of `fishbowl_customers`. */
export interface FishbowlCustomer {
  readonly _id: string;
  readonly name: string;
  /** Absent where nobody has entered one. */
  readonly accountType?: string;
}

export const CUSTOMERS: readonly FishbowlCustomer[] = [
  { _id: "C-1", name: "Harbor & Vine", accountType: "Wholesale" },
  { _id: "C-2", name: "Jones Distribution", accountType: "Distribution" },
  { _id: "C-3", name: "Nordlys Drikke", accountType: "Distributor" },
  { _id: "C-4", name: "Meyer's Market", accountType: "Retail" },
  { _id: "C-5", name: "Ping House" },
  { _id: "C-6", name: "<!channel> *Bold* & Co", accountType: "Wholesale" },
  { _id: "C-7", name: "Blue Door Cafés", accountType: "wholesale" },
];
