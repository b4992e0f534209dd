// The look of the phone's page: big letters, one big button, nothing from elsewhere.

export const pageStyle = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; padding: 20px 18px 40px; background: #faf8f3; color: #1d2730; font: 20px/1.5 -apple-system, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", Roboto, sans-serif; }
main { max-width: 560px; margin: 0 auto; }
h1 { margin: 0; font-size: 26px; line-height: 1.3; }
p { margin: 0; }
.into { margin: 10px 0 16px; padding: 12px 16px; border-radius: 12px; background: #e3f0ec; color: #0a5549; font-size: 20px; }
.into strong { font-size: 23px; }
label { display: block; position: relative; overflow: hidden; border-radius: 16px; text-align: center; font-weight: 600; }
label input { position: absolute; left: 0; top: 0; width: 100%; height: 100%; opacity: 0; font-size: 100px; cursor: pointer; }
label.focus { outline: 4px solid #1d2730; outline-offset: 3px; }
.photograph { padding: 30px 16px; background: #0d6a5b; color: #fff; font-size: 34px; line-height: 1.2; }
.photograph svg { display: block; width: 60px; height: 60px; margin: 0 auto 8px; }
.photograph:active { background: #095044; }
.album { margin-top: 14px; padding: 16px; border: 2px solid #0d6a5b; background: #fff; color: #0d6a5b; font-size: 23px; }
.file { margin-top: 10px; padding: 12px; color: #0d6a5b; font-weight: 400; text-decoration: underline; }
.hint { margin-top: 8px; color: #55626b; font-size: 18px; }
.sum { margin: 22px 0 8px; font-size: 22px; font-weight: 600; }
.calm { margin-bottom: 8px; color: #0a5549; }
ol { margin: 0; padding: 0; list-style: none; }
li { -webkit-align-items: center; align-items: center; display: -webkit-box; display: -webkit-flex; display: flex; margin-bottom: 10px; padding: 10px; border: 1px solid #e4dfd3; border-radius: 12px; background: #fff; }
li.failed { border: 2px solid #b3261e; }
.small { -webkit-flex: 0 0 76px; flex: 0 0 76px; width: 76px; height: 76px; margin-right: 14px; border-radius: 8px; background: #ece8de; object-fit: cover; line-height: 76px; text-align: center; font-size: 17px; color: #55626b; overflow: hidden; }
.what { -webkit-box-flex: 1; -webkit-flex: 1 1 0; flex: 1 1 0; min-width: 0; }
.state { font-size: 22px; font-weight: 600; }
.stored .state { color: #0d6a5b; }
.failed .state { color: #b3261e; }
.why { font-size: 18px; }
.bar { height: 10px; margin-top: 10px; border-radius: 5px; background: #e4dfd3; overflow: hidden; }
.bar i { display: block; width: 0; height: 10px; background: #0d6a5b; }
button { margin-top: 8px; padding: 10px 20px; border: 2px solid #0d6a5b; border-radius: 12px; background: #fff; color: #0d6a5b; font: inherit; font-weight: 600; }
.end { margin-top: 14px; font-size: 21px; }
`;
