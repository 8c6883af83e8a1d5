/** What channels offer over HTTP: the visitor's side of the chat, the intake ledger, and settings for administrators. */
@NullMarked
package nl.hartslag.channels.web;

import org.jspecify.annotations.NullMarked;
