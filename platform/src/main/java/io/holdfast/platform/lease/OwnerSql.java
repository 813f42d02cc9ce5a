package io.holdfast.platform.lease;

/** Pieces of SQL for rows that members own; the table {@code lease} is in the same schema. */
public final class OwnerSql {

    private OwnerSql() {}

    /**
     * A condition: the member in this column is gone, and its rows can be claimed. Claim with
     * {@code owner = <me>, epoch = epoch + 1} and {@code for update skip locked}; let every later
     * write of the row demand {@code owner = <me> and epoch = <mine>}.
     *
     * @param column of type text or uuid, such as {@code r.owner}; a null owner counts as gone
     */
    public static String isGone(String column) {
        return "not exists (select 1 from lease member_lease where member_lease.name = '"
                + MemberLease.PREFIX
                + "' || "
                + column
                + "::text)";
    }
}
