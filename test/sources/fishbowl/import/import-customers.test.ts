import { nativeExport, report } from "../../../support/builders/orders";
import { fishbowlImportHarness } from "../../../support/harness/fishbowl-import";

describe("an import of orders", () => {
  const { all, apply, keepCustomers, test } = fishbowlImportHarness();

  describe("of customers", () => {
    const HEADER =
      "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Issued date,Product,Revenue,Account Type\n";
    const typed = (...rows: readonly (readonly [customer: string, type: string])[]) =>
      HEADER +
      rows.map(([customer, type], n) => `${n},i${n},${customer},N ${customer},A,10/15/2026,T,5,${type}\n`).join("");
    const types = async () => {
      const customers = await all("fishbowl_customers");
      return Object.fromEntries(customers.map((one) => [one._id, "accountType" in one ? one.accountType : undefined]));
    };

    it("gives them the file's account type, and follows it when it changes", async () => {
      await apply(typed(["1", "Wholesale"], ["2", "Retail"]));
      const { preview } = await apply(typed(["1", "Wholesale"], ["2", "Distributor"]));

      expect(await types()).toEqual({ 1: "Wholesale", 2: "Distributor" });
      expect(preview).toMatchObject({
        customers: { new: 0, changed: 1 },
        days: { from: "2026-10-15", to: "2026-10-15" },
      });
    });

    it("never overwrites an account type that somebody set by hand", async () => {
      await keepCustomers({ _id: "1", ...{ name: "N 1", accountType: "Distribution" } });
      await apply(typed(["1", "Wholesale"], ["2", "Retail"], ["3", "Wholesale"]));
      await test.db
        .collection<{ _id: string }>("fishbowl_customers")
        .updateOne({ _id: "2" }, { $set: { accountType: ["Wholesale", "Retail"] } });

      const { preview } = await apply(typed(["1", "Wholesale"], ["2", "Distributor"], ["3", "Wholesale"]));
      await apply(typed(["1", "Distribution"], ["2", "Retail"], ["3", "Wholesale"]));
      await apply(typed(["1", "Retail"], ["2", "Distributor"], ["3", "Wholesale"]));

      expect(await types()).toEqual({ 1: "Distribution", 2: ["Wholesale", "Retail"], 3: "Wholesale" });
      expect(preview.customers).toEqual({ new: 0, changed: 0 });
    });

    it("keeps an account type where the file has none", async () => {
      await apply(typed(["1", "Wholesale"]));
      await apply(typed(["1", ""]));

      expect(await types()).toEqual({ 1: "Wholesale" });
    });

    it("finds them by name, in any case, where the file has no ids", async () => {
      await keepCustomers({ _id: 79, ...{ name: "harbor &  VINE" } }, { _id: "C-80", ...{ name: "Jones" } });

      await apply(nativeExport({ number: "1" }, { number: "2", customer: "New & Co" }));

      expect(await all("fishbowl_customers")).toMatchObject([
        { _id: 79, name: "harbor &  VINE" },
        { _id: "C-80" },
        { _id: "name:new & co", name: "New & Co" },
      ]);
      expect(await all("fishbowl_sales_orders")).toMatchObject([{ customerId: "79" }, { customerId: "name:new & co" }]);
    });

    it("knows a customer that came without an id again when a report has one, and keeps what was set by hand", async () => {
      await apply(nativeExport({ number: "1", customer: "New & Co" }));
      await test.db.collection("fishbowl_customers").updateMany({}, { $set: { accountType: "Wholesale" } });

      await apply(report({ order: "1", item: "a", customer: "New & Co", account: "C-5" }));

      expect(await all("fishbowl_customers")).toEqual([
        { _id: "name:new & co", name: "New & Co", accountType: "Wholesale" },
      ]);
      expect(await all("fishbowl_sales_orders")).toMatchObject([{ customerId: "name:new & co" }]);
    });
  });
});
